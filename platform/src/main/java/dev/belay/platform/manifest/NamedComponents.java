package dev.belay.platform.manifest;

import dev.belay.platform.registry.Fetched;
import dev.belay.platform.registry.Reference;
import dev.belay.platform.registry.RegistryException;
import dev.belay.platform.schema.Problem;
import dev.belay.platform.spec.Digest;
import dev.belay.platform.spec.Part;
import dev.belay.wit.error.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The components that a manifest names, each had once: out of a registry, or a file. */
final class NamedComponents {
    private final NamedFiles files;
    private final RemoteComponents remote;
    private final Blobs blobs;
    private final Consumer<Problem> problems;
    private final Map<String, Part> had = new HashMap<>();
    private final Set<String> unreachable = new HashSet<>();

    NamedComponents(NamedFiles files, RemoteComponents remote, Blobs blobs, Consumer<Problem> problems) {
        this.files = files;
        this.remote = remote;
        this.blobs = blobs;
        this.problems = problems;
    }

    /** One that cannot be had is a problem, and what is given then stands for nothing. */
    Part part(String name, Span span) {
        if (!Reference.isMeant(name)) {
            return files.part(name, span);
        }
        Part known = had.get(name);
        if (known != null) {
            return known;
        }
        Part part = fetched(name, span);
        had.put(name, part);
        return part;
    }

    private Part fetched(String name, Span span) {
        Reference reference = Reference.parse(name);
        // A manifest of a thousand references does not wait a thousand times for a registry that is not there.
        if (unreachable.contains(reference.host())) {
            return bad(span, name, name + ": not asked for, since " + reference.host() + " could not be reached");
        }
        try {
            Fetched fetched = remote.fetch(reference);
            blobs.put(fetched.digest(), fetched.bytes());
            return new Part(fetched.reference().toString(), fetched.digest());
        } catch (RegistryException e) {
            if (e.isUnreachable()) {
                unreachable.add(reference.host());
            }
            return bad(span, name, String.valueOf(e.getMessage()));
        }
    }

    private Part bad(Span span, String name, String message) {
        problems.accept(new Problem.BadFile(span, message));
        return new Part(name, Digest.of(new byte[0]));
    }
}
