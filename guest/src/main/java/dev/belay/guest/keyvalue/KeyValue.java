package dev.belay.guest.keyvalue;

import dev.belay.guest.Result;
import dev.belay.guest.Tuple;
import dev.belay.guest.wasi.keyvalue.Atomics;
import dev.belay.guest.wasi.keyvalue.Batch;
import dev.belay.guest.wasi.keyvalue.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket of keys and values. The world imports {@code wasi:keyvalue/store@0.2.0-draft}; with {@link #increment} {@code atomics},
 * and with {@link #getAll} {@code batch} as well.
 *
 * <pre>{@code
 * try (KeyValue sessions = KeyValue.open("sessions")) {
 *     sessions.set(id, name);
 *     long visits = sessions.increment("visits", 1);
 * }
 * }</pre>
 *
 * <p>Every method throws {@link KeyValueException} if the host cannot do it.
 */
public final class KeyValue implements AutoCloseable {
    private final String name;
    private final Store.Bucket bucket;

    private KeyValue(String name, Store.Bucket bucket) {
        this.name = name;
        this.bucket = bucket;
    }

    /** @param name as the host grants it */
    public static KeyValue open(String name) {
        return new KeyValue(name, value(name, Store.open(name)));
    }

    public Optional<byte[]> get(String key) {
        return value(name, bucket.get(key));
    }

    /** As text of UTF-8. */
    public Optional<String> text(String key) {
        return get(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    public void set(String key, byte[] value) {
        value(name, bucket.set(key, value));
    }

    /** As text of UTF-8. */
    public void set(String key, String text) {
        set(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Does nothing if there is no such key. */
    public void delete(String key) {
        value(name, bucket.delete(key));
    }

    public boolean exists(String key) {
        return value(name, bucket.exists(key));
    }

    /**
     * The keys there are, in no particular order.
     *
     * @param most of them
     */
    public List<String> keys(int most) {
        var keys = new ArrayList<String>();
        Optional<Long> cursor = Optional.empty();
        do {
            Store.KeyResponse page = value(name, bucket.listKeys(cursor));
            keys.addAll(page.keys());
            cursor = page.cursor();
        } while (cursor.isPresent() && keys.size() < most);
        return keys.size() > most ? new ArrayList<>(keys.subList(0, most)) : keys;
    }

    /**
     * Adds to the number at a key, which is 0 at first, in one step for everybody.
     *
     * @param delta 0 or more
     * @return the sum
     */
    public long increment(String key, long delta) {
        return value(name, Atomics.increment(bucket, key, delta));
    }

    /** The values of those keys that are there. */
    public Map<String, byte[]> getAll(List<String> keys) {
        var found = new LinkedHashMap<String, byte[]>();
        for (Optional<Tuple.Of2<String, byte[]>> each : value(name, Batch.getMany(bucket, keys))) {
            each.ifPresent(pair -> found.put(pair.v0(), pair.v1()));
        }
        return found;
    }

    private static <T> T value(String bucket, Result<T, Store.Error> result) {
        if (result instanceof Result.Err<T, Store.Error> err) {
            throw new KeyValueException("bucket " + bucket, err.error());
        }
        return result.orElseThrow();
    }

    @Override
    public void close() {
        bucket.close();
    }
}
