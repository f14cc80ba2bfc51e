package dev.belay.bench.platform;

import dev.belay.bench.row.BenchException;
import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages that are published to a stream one after the other, and each handled by an application that asks here whether it may:
 * so it is known which were acknowledged by the stream, and which were handled.
 */
final class Orders implements AutoCloseable {
    /** The application, for a manifest; {@code %s} is the file of its component. */
    static final String APPLICATION = """
              relay:
                component: %s
                publish: [done]
                triggers:
                  - message: {subject: ask.relay}
                  - message: {subject: orders.new, jetstream: {stream: ORDERS, attempts: 1000, ack-wait: 2s, retry-after: 100ms}}
            """;
    private static final int BETWEEN_MILLIS = 5;
    private static final int PATIENCE_SECONDS = 120;

    private final Connection connection;
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Long> handled = ConcurrentHashMap.newKeySet();
    private final AtomicLong again = new AtomicLong();
    private final Thread publisher = Thread.ofPlatform().daemon().name("orders").unstarted(this::publish);
    private volatile boolean isEnding;

    private Orders(Connection connection) {
        this.connection = connection;
    }

    static Orders start(NatsProcess nats) {
        try {
            Connection connection = Nats.connect(new Options.Builder()
                    .server(nats.url())
                    .maxReconnects(-1)
                    .reconnectWait(Duration.ofMillis(50))
                    .errorListener(new ErrorListener() {})
                    .build());
            connection.jetStreamManagement()
                    .addStream(StreamConfiguration.builder().name("ORDERS").subjects("orders.>").build());
            var orders = new Orders(connection);
            connection.createDispatcher(asked -> {
                long number = Long.parseLong(new String(asked.getData(), StandardCharsets.US_ASCII));
                if (!orders.handled.add(number)) {
                    orders.again.incrementAndGet();
                }
                connection.publish(asked.getReplyTo(), asked.getData());
            }).subscribe("done");
            orders.publisher.start();
            return orders;
        } catch (IOException | JetStreamApiException e) {
            throw new BenchException("cannot use nats-server: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    private void publish() {
        for (long number = 1; !isEnding; number++) {
            try {
                connection.jetStream().publish("orders.new", bytes("request done 5000 " + number));
                acknowledged.add(number);
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            } catch (IOException | JetStreamApiException | IllegalStateException _) {
                // It was not acknowledged: then nobody promised anything.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Waits until the application answers a message that is of no stream. */
    void awaitAnswer() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            try {
                if (connection.request("ask.relay", bytes("echo there"), Duration.ofSeconds(1)) != null) {
                    return;
                }
            } catch (IllegalStateException _) {
                // The connection comes back by itself.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchException("interrupted", e);
            }
        }
        throw new BenchException("expected the application to answer messages again, found nobody for " + PATIENCE_SECONDS + " s");
    }

    /**
     * Publishes no more, and waits for what is still to be handled.
     *
     * @return how many were acknowledged and never handled
     */
    long lost() {
        isEnding = true;
        try {
            publisher.join();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!handled.containsAll(acknowledged) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
        var missing = new TreeSet<>(acknowledged);
        missing.removeAll(handled);
        return missing.size();
    }

    /** For a figure's note. */
    String summary() {
        return acknowledged.size() + " messages acknowledged, " + again.get() + " handled more than once";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        isEnding = true;
        publisher.interrupt();
        try {
            connection.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
