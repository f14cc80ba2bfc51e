package dev.belay.wasi.keyvalue;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Buckets within the process: they are gone when it ends. Each is bounded by itself. */
public final class LocalKeyValueStore implements KeyValueStore {
    private final KeyValueLimits limits;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, LocalKeyValueStore> owners = new ConcurrentHashMap<>();

    public LocalKeyValueStore(KeyValueLimits limits) {
        this.limits = limits;
    }

    /** Names come from who grants, not from guests: there are as many as were granted. */
    @Override
    public Bucket open(String name) {
        return buckets.computeIfAbsent(name, _ -> new LocalBucket(limits));
    }

    @Override
    public KeyValueStore of(String owner) {
        return owners.computeIfAbsent(owner, _ -> new LocalKeyValueStore(limits));
    }

    /** Whoever has a bucket open has it still. */
    @Override
    public void retain(Map<String, Set<String>> those) {
        owners.keySet().retainAll(those.keySet());
        owners.forEach((owner, its) -> its.buckets.keySet().retainAll(those.getOrDefault(owner, Set.of())));
    }
}
