package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was given; takes each piece at once, or when told. */
final class RecordingSink implements BodySink {
    final List<String> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final boolean slow;
    private CompletableFuture<Void> current = CompletableFuture.completedFuture(null);

    RecordingSink(boolean slow) {
        this.slow = slow;
    }

    @Override
    public CompletableFuture<Void> write(byte[] data) {
        return next("write " + text(data));
    }

    @Override
    public CompletableFuture<Void> finish(byte[] data, List<HttpField> trailers) {
        return next("finish " + text(data) + (trailers.isEmpty() ? "" : " " + trailers));
    }

    @Override
    public void abort(ErrorCode reason) {
        events.add("abort " + reason);
    }

    /** Waits until it was given anything to send. */
    void awaitEvent() {
        first.join();
    }

    /** Takes the piece that is waiting. */
    void take() {
        current.complete(null);
    }

    void fail(Throwable failure) {
        current.completeExceptionally(failure);
    }

    private CompletableFuture<Void> next(String event) {
        if (!current.isDone()) {
            throw new IllegalStateException("a write began before the one before it was complete");
        }
        events.add(event);
        current = slow ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
        // Whoever waits for this may have the piece fail at once.
        first.complete(null);
        return current;
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1);
    }
}
