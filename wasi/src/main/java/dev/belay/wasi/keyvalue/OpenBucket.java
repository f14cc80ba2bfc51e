package dev.belay.wasi.keyvalue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
        if (value.length > limits.valueBytes()) {
            throw other("expected a value of at most " + limits.valueBytes() + " bytes, found " + value.length);
        }
        bucket.set(checked(key), value);
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
        requireFew(keys.size());
        var values = new ArrayList<Optional<byte[]>>();
        long bytes = 0;
        for (String key : keys) {
            Optional<byte[]> value = get(key);
            bytes += value.map(its -> its.length).orElse(0);
            if (bytes > MOST_BYTES_TOGETHER) {
                throw other("expected values of at most " + MOST_BYTES_TOGETHER + " bytes together, found more");
            }
            values.add(value);
        }
        return values;
    }

    /** @throws KeyValueException if a call is about too many keys */
    static void requireFew(int keys) {
        if (keys > MOST_TOGETHER) {
            throw other("expected at most " + MOST_TOGETHER + " keys together, found " + keys);
        }
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
