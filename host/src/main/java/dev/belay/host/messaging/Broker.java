package dev.belay.host.messaging;

import dev.belay.wasi.keyvalue.KeyValueLimits;
import dev.belay.wasi.keyvalue.KeyValueStore;
import dev.belay.wasi.keyvalue.LocalKeyValueStore;
import dev.belay.wasi.messaging.MessageBus;
import java.util.Optional;

/**
 * Who moves messages, and keeps what is kept beside them: this process, or a server. Thread-safe.
 *
 * @param buckets of keys and values
 * @param durables streams, where there are any
 * @param end closes the bus
 */
public record Broker(MessageBus bus, KeyValueStore buckets, Optional<Durables> durables, Runnable end) implements AutoCloseable {
    /** This process: all is gone when it ends, and there are no streams. */
    public static Broker local() {
        var bus = new LocalBus();
        return new Broker(bus, new LocalKeyValueStore(KeyValueLimits.defaults()), Optional.empty(), bus::close);
    }

    /** A server of NATS, which needs JetStream for all but messages. */
    public static Broker of(NatsBus nats) {
        return new Broker(nats, nats.keyValues(KeyValueLimits.defaults()), Optional.of(nats.durables()), nats::close);
    }

    @Override
    public void close() {
        end.run();
    }
}
