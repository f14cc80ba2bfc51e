package dev.belay.wasi.keyvalue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A bucket that a guest has opened: what it asks of it is bounded here. */
final class OpenBucket {
    /** Keys that one call asks for together. */
    private static final int MOST_TOGETHER = 1_000;
    /** Bytes that one call gets together: as much as a bucket has by default. */
    private static final long MOST_BYTES_TOGETHER = 16 << 20;

    private final KeyValueStore.Bucket bucket;
    private final KeyValueLimits limits;

    OpenBucket(KeyValueStore.Bucket bucket, KeyValueLimits limits) {
        this.bucket = bucket;
        this.limits = limits;
    }

    Optional<byte[]> get(String key) {
        return bucket.get(checked(key));
    }

    boolean exists(String key) {
        return bucket.exists(checked(key));
    }

    void set(String key, byte[] value) {
        bucket.set(checked(key), bounded(value));
    }

    private byte[] bounded(byte[] value) {
        if (value.length > limits.valueBytes()) {
            throw other("expected a value of at most " + limits.valueBytes() + " bytes, found " + value.length);
        }
        return value;
    }

    void delete(String key) {
        bucket.delete(checked(key));
    }

    KeyValueStore.Page keys(OptionalLong after) {
        return bucket.keys(after);
    }

    long increment(String key, long delta) {
        return bucket.increment(checked(key), delta);
    }

    /** The values of some keys, in their order. */
    List<Optional<byte[]>> get(List<String> keys) {
        var gathered = new Gathered(few(keys));
        bucket.getAll(gathered.times.keySet(), gathered);
        return keys.stream().map(key -> Optional.ofNullable(gathered.values.get(key))).toList();
    }

    /** Of pairs with the same key the last one counts. */
    void set(List<Map.Entry<String, byte[]>> pairs) {
        few(pairs.stream().map(Map.Entry::getKey).toList());
        var values = new LinkedHashMap<String, byte[]>();
        pairs.forEach(pair -> values.put(pair.getKey(), bounded(pair.getValue())));
        bucket.setAll(values);
    }

    void delete(List<String> keys) {
        bucket.deleteAll(new LinkedHashSet<>(few(keys)));
    }

    /** What one call gets. Each value counts as often as it was asked for. */
    private static final class Gathered implements BiConsumer<String, byte[]> {
        private final Map<String, Long> times;
        private final Map<String, byte[]> values = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();

        Gathered(List<String> keys) {
            times = keys.stream().collect(Collectors.groupingBy(key -> key, LinkedHashMap::new, Collectors.counting()));
        }

        @Override
        public void accept(String key, byte[] value) {
            if (bytes.addAndGet(times.getOrDefault(key, 1L) * value.length) > MOST_BYTES_TOGETHER) {
                throw other("expected values of at most " + MOST_BYTES_TOGETHER + " bytes together, found more");
            }
            values.put(key, value);
        }
    }

    /** The same, if a call may be about so many, and each is one that a bucket takes. */
    private List<String> few(List<String> keys) {
        if (keys.size() > MOST_TOGETHER) {
            throw other("expected at most " + MOST_TOGETHER + " keys together, found " + keys.size());
        }
        keys.forEach(this::checked);
        return keys;
    }

    private String checked(String key) {
        // A character has at most three bytes, so that a short key needs no look at them.
        if (key.isEmpty()
                || 3L * key.length() > limits.keyBytes() && key.getBytes(StandardCharsets.UTF_8).length > limits.keyBytes()) {
            throw other("expected a key of 1 to " + limits.keyBytes() + " bytes, found one of " + key.length() + " characters");
        }
        return key;
    }

    private static KeyValueException other(String message) {
        return new KeyValueException(KeyValueException.Kind.OTHER, message);
    }
}
