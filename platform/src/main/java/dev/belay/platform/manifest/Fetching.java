package dev.belay.platform.manifest;

import dev.belay.platform.registry.Fetched;
import dev.belay.platform.registry.Reference;
import dev.belay.platform.registry.RegistryException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Fetches components, some at a time: most of it is waiting. */
final class Fetching {
    /** More would be slower for each, and registries refuse who asks for too much at once. */
    static final int AT_A_TIME = 16;

    private final RemoteComponents remote;
    /** A manifest of a thousand references does not wait a thousand times for a registry that is not there. */
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

    private Fetching(RemoteComponents remote) {
        this.remote = remote;
    }

    /** What became of a reference. */
    sealed interface Result {
        /** It was there. */
        record Had(Fetched component) implements Result {}

        /** It could not be had. */
        record Failed(String why) implements Result {}
    }

    /** @param references that are well formed, each once */
    static Map<String, Result> all(Collection<String> references, RemoteComponents remote) {
        if (references.isEmpty()) {
            return Map.of();
        }
        var fetching = new Fetching(remote);
        var futures = new LinkedHashMap<String, CompletableFuture<Result>>();
        try (var workers = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            references.forEach(name -> futures.put(name, CompletableFuture.supplyAsync(() -> fetching.one(name), workers)));
        }
        var results = new LinkedHashMap<String, Result>();
        futures.forEach((name, future) -> results.put(name, joined(future)));
        return results;
    }

    private Result one(String name) {
        Reference reference = Reference.parse(name);
        if (unreachable.contains(reference.host())) {
            return new Result.Failed(name + ": not asked for, since " + reference.host() + " could not be reached");
        }
        try {
            return new Result.Had(remote.fetch(reference));
        } catch (RegistryException e) {
            if (e.isUnreachable()) {
                unreachable.add(reference.host());
            }
            return new Result.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static Result joined(CompletableFuture<Result> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            // A defect, or the end of memory: told as it is.
            switch (e.getCause()) {
                case RuntimeException its -> throw its;
                case Error its -> throw its;
                case null, default -> throw e;
            }
        }
    }
}
