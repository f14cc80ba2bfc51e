package dev.belay.host.messaging;

import dev.belay.wasi.io.Turn;
import dev.belay.wasi.keyvalue.KeyValueException;
import dev.belay.wasi.keyvalue.KeyValueLimits;
import dev.belay.wasi.keyvalue.KeyValueStore;
import dev.belay.wasi.keyvalue.Numbers;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueOperation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/** A bucket of NATS. */
final class NatsBucket implements KeyValueStore.Bucket {
    /** How often a number is tried to be counted up while others do the same. */
    private static final int MOST_TRIES = 100;
    /** What the server says of a key that was written since it was read. */
    private static final int WRONG_LAST_SEQUENCE = 10_071;

    private final KeyValue bucket;
    private final Deletes deletes;
    private final KeyValueLimits limits;

    NatsBucket(KeyValue bucket, Deletes deletes, KeyValueLimits limits) {
        this.bucket = bucket;
        this.deletes = deletes;
        this.limits = limits;
    }

    /** How a key goes, by its name in NATS. */
    @FunctionalInterface
    interface Deletes {
        void delete(String name) throws IOException, JetStreamApiException;
    }

    @FunctionalInterface
    private interface Operation<T> {
        T run() throws IOException, JetStreamApiException, InterruptedException;
    }

    @FunctionalInterface
    private interface Step<T> {
        void run(T item) throws IOException, JetStreamApiException;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return run(() -> entry(NatsKeys.encode(key)).map(KeyValueEntry::getValue));
    }

    private Optional<KeyValueEntry> entry(String name) throws IOException, JetStreamApiException {
        return Optional.ofNullable(bucket.get(name)).filter(entry -> entry.getOperation() == KeyValueOperation.PUT);
    }

    @Override
    public void set(String key, byte[] value) {
        run(() -> bucket.put(NatsKeys.encode(key), value));
    }

    @Override
    public void delete(String key) {
        run(() -> {
            deletes.delete(NatsKeys.encode(key));
            return true;
        });
    }

    @Override
    public void getAll(Set<String> keys, BiConsumer<String, byte[]> found) {
        each(keys, key -> entry(NatsKeys.encode(key)).ifPresent(entry -> found.accept(key, entry.getValue())));
    }

    @Override
    public void setAll(Map<String, byte[]> values) {
        each(values.entrySet(), each -> bucket.put(NatsKeys.encode(each.getKey()), each.getValue()));
    }

    @Override
    public void deleteAll(Set<String> keys) {
        each(keys, key -> deletes.delete(NatsKeys.encode(key)));
    }

    /** By their names: a key that is deleted meanwhile may have the next page leave out another. */
    @Override
    public KeyValueStore.Page keys(OptionalLong after) {
        List<String> all = run(bucket::keys).stream().sorted().limit(limits.keys()).toList();
        int from = (int) Math.min(Math.max(0, after.orElse(0)), all.size());
        int to = Math.min(all.size(), from + KeyValueStore.Page.MOST_KEYS);
        return new KeyValueStore.Page(
                all.subList(from, to).stream().map(NatsKeys::decode).toList(),
                to < all.size() ? OptionalLong.of(to) : OptionalLong.empty());
    }

    @Override
    public long increment(String key, long delta) {
        return run(() -> count(key, NatsKeys.encode(key), delta));
    }

    private long count(String key, String name, long delta) throws IOException, JetStreamApiException {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Long> sum = tryCount(key, name, delta);
            if (sum.isPresent()) {
                return sum.get();
            }
        }
        throw new KeyValueException(KeyValueException.Kind.OTHER, "too many others write '" + key + "' at the same time");
    }

    /** @return empty if somebody else was quicker */
    private Optional<Long> tryCount(String key, String name, long delta) throws IOException, JetStreamApiException {
        Optional<KeyValueEntry> before = entry(name);
        long sum = Numbers.sum(key, before.map(KeyValueEntry::getValue), delta);
        try {
            if (before.isPresent()) {
                bucket.update(name, Numbers.digits(sum), before.get().getRevision());
            } else {
                bucket.create(name, Numbers.digits(sum));
            }
            return Optional.of(sum);
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == WRONG_LAST_SEQUENCE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Asks the server about each, some at a time. */
    private static <T> void each(Set<T> items, Step<T> step) {
        run(() -> {
            Together.each(items, item -> asked(() -> {
                step.run(item);
                return true;
            }));
            return true;
        });
    }

    /** Asks the server; others have their turn meanwhile. */
    private static <T> T run(Operation<T> operation) {
        try {
            return Turn.yieldFor(() -> asked(operation));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyValueException(KeyValueException.Kind.OTHER, "interrupted while waiting for NATS", e);
        }
    }

    private static <T> T asked(Operation<T> operation) throws InterruptedException {
        try {
            return operation.run();
        } catch (IOException | JetStreamApiException | IllegalStateException | IllegalArgumentException e) {
            throw new KeyValueException(KeyValueException.Kind.OTHER, "NATS: " + e.getMessage(), e);
        }
    }
}
