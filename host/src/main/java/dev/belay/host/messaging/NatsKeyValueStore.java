package dev.belay.host.messaging;

import dev.belay.wasi.io.Turn;
import dev.belay.wasi.keyvalue.KeyValueException;
import dev.belay.wasi.keyvalue.KeyValueLimits;
import dev.belay.wasi.keyvalue.KeyValueStore;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.KeyValueManagement;
import io.nats.client.api.KeyValueConfiguration;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Buckets of NATS's key-value store. One that is not there is made, with as many bytes as the limits say. */
final class NatsKeyValueStore implements KeyValueStore {
    private static final int NOT_FOUND = 404;

    private final Connection connection;
    private final KeyValueLimits limits;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    NatsKeyValueStore(Connection connection, KeyValueLimits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    /** Names come from who grants, not from guests: there are as many as were granted. */
    @Override
    public Bucket open(String name) {
        return Optional.ofNullable(buckets.get(name)).orElseGet(() -> findInTurn(name));
    }

    /** Whoever waits for another to find it has no turn either: or the other would wait for that. */
    private Bucket findInTurn(String name) {
        try {
            return Turn.yieldFor(() -> buckets.computeIfAbsent(name, this::find));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyValueException(KeyValueException.Kind.OTHER, "interrupted while waiting for NATS", e);
        }
    }

    private Bucket find(String name) {
        try {
            boolean isMirror = found(name).getMirror() != null;
            KeyValue bucket = connection.keyValue(name);
            // What a mirror has is deleted where it comes from, where its markers stay.
            return new NatsBucket(bucket, isMirror ? bucket::purge : NatsDeletes.of(connection, name)::delete, limits);
        } catch (IOException | JetStreamApiException | IllegalStateException | IllegalArgumentException e) {
            throw new KeyValueException(
                    KeyValueException.Kind.OTHER, "the bucket '" + name + "' of NATS cannot be opened: " + e.getMessage(), e);
        }
    }

    private KeyValueConfiguration found(String name) throws IOException, JetStreamApiException {
        KeyValueManagement all = connection.keyValueManagement();
        try {
            return all.getStatus(name).getConfiguration();
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
            return all.create(KeyValueConfiguration.builder()
                            .name(name)
                            .maxBucketSize(limits.bytes())
                            .maximumValueSize(limits.valueBytes())
                            .build())
                    .getConfiguration();
        }
    }
}
