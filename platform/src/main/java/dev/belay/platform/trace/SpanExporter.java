package dev.belay.platform.trace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends spans to a collector, in batches. When the collector does not keep up, spans are dropped and counted. */
public final class SpanExporter implements Consumer<Span>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpanExporter.class);
    private static final int MOST_WAITING = 8_192;
    private static final int BATCH = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long GOODBYE_MILLIS = 2_000;

    private final String service;
    private final URI endpoint;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread sending = Thread.ofVirtual().name("spans").unstarted(this::send);
    private volatile boolean closed;
    private boolean failing;

    /** @param endpoint such as {@code http://127.0.0.1:4318/v1/traces} */
    public SpanExporter(String service, URI endpoint) {
        this.service = service;
        this.endpoint = endpoint;
    }

    public SpanExporter start() {
        sending.start();
        return this;
    }

    @Override
    public void accept(Span span) {
        if (!waiting.offer(span)) {
            dropped.incrementAndGet();
        }
    }

    /** How many were dropped, or could not be sent. */
    public long dropped() {
        return dropped.get();
    }

    private void send() {
        try {
            while (!closed || !waiting.isEmpty()) {
                var batch = new ArrayList<Span>();
                Span first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH - 1);
                    send(batch);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<Span> batch) throws InterruptedException {
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Otlp.json(service, batch)))
                .build();
        String why;
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            why = status < 300 ? "" : "status " + status;
        } catch (IOException e) {
            why = e.toString();
        }
        if (!why.isEmpty()) {
            dropped.addAndGet(batch.size());
            if (!failing) {
                LOG.warn("spans cannot be sent to {}: {}", endpoint, why);
            }
        }
        failing = !why.isEmpty();
    }

    @Override
    public void close() {
        closed = true;
        try {
            sending.join(Duration.ofMillis(GOODBYE_MILLIS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        sending.interrupt();
        client.close();
    }
}
