package dev.belay.wasi.keyvalue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A bucket in memory. Its keys are listed by when they came, so that a page leaves out none that stays. */
final class LocalBucket implements KeyValueStore.Bucket {
    /** About what an entry takes beside its key and value. */
    private static final int ENTRY_BYTES = 128;

    private record Entry(long number, byte[] value) {}

    private final KeyValueLimits limits;
    private final Map<String, Entry> entries = new HashMap<>();
    private final TreeMap<Long, String> order = new TreeMap<>();
    private long numbers;
    private long bytes;

    LocalBucket(KeyValueLimits limits) {
        this.limits = limits;
    }

    @Override
    public synchronized Optional<byte[]> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> entry.value().clone());
    }

    @Override
    public synchronized boolean exists(String key) {
        return entries.containsKey(key);
    }

    @Override
    public synchronized void set(String key, byte[] value) {
        Optional<Entry> before = Optional.ofNullable(entries.get(key));
        long more = before.map(entry -> (long) value.length - entry.value().length)
                .orElse((long) ENTRY_BYTES + 2L * key.length() + value.length);
        if (before.isEmpty() && entries.size() >= limits.keys()) {
            throw full("at most " + limits.keys() + " keys");
        }
        if (bytes + more > limits.bytes()) {
            throw full("at most " + limits.bytes() + " bytes");
        }
        long number = before.map(Entry::number).orElseGet(() -> ++numbers);
        entries.put(key, new Entry(number, value.clone()));
        order.put(number, key);
        bytes += more;
    }

    private static KeyValueException full(String limit) {
        return new KeyValueException(KeyValueException.Kind.OTHER, "the bucket is full: it takes " + limit);
    }

    @Override
    public synchronized void delete(String key) {
        Optional.ofNullable(entries.remove(key)).ifPresent(entry -> {
            order.remove(entry.number());
            bytes -= ENTRY_BYTES + 2L * key.length() + entry.value().length;
        });
    }

    @Override
    public synchronized KeyValueStore.Page keys(OptionalLong after) {
        List<String> keys = new ArrayList<>();
        long last = 0;
        for (Map.Entry<Long, String> each : order.tailMap(after.orElse(0), false).entrySet()) {
            if (keys.size() == KeyValueStore.Page.MOST_KEYS) {
                return new KeyValueStore.Page(keys, OptionalLong.of(last));
            }
            last = each.getKey();
            keys.add(each.getValue());
        }
        return new KeyValueStore.Page(keys, OptionalLong.empty());
    }

    @Override
    public synchronized long increment(String key, long delta) {
        long sum = Numbers.sum(key, get(key), delta);
        set(key, Numbers.digits(sum));
        return sum;
    }
}
