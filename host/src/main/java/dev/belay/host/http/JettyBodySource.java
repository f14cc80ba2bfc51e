package dev.belay.host.http;

import dev.belay.wasi.http.transport.BodyChunk;
import dev.belay.wasi.http.transport.BodySource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.Trailers;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Reads a body from Jetty. Holds at most one of Jetty's buffers. Thread-safe. */
final class JettyBodySource implements BodySource {
    private final Content.Source source;
    private final Supplier<@Nullable HttpFields> trailers;
    private final @Nullable Patience patience;
    private final Runnable onDiscard;

    private Content.@Nullable Chunk chunk;
    private @Nullable BodyChunk end;
    private boolean demanded;
    private @Nullable Runnable waiter;
    private Scheduler.@Nullable Task alarm;

    private JettyBodySource(
            Content.Source source,
            Supplier<@Nullable HttpFields> trailers,
            @Nullable Patience patience,
            Runnable onDiscard) {
        this.source = source;
        this.trailers = trailers;
        this.patience = patience;
        this.onDiscard = onDiscard;
    }

    /** A request's body. Jetty itself deals with what is not read of it, and with clients that stop sending. */
    static JettyBodySource of(Request request) {
        return new JettyBodySource(request, request::getTrailers, null, () -> {});
    }

    /** A response's body; if it is not read to its end the request is aborted. */
    static JettyBodySource of(Response response, Content.Source source, Patience patience) {
        return new JettyBodySource(
                source,
                response::getTrailers,
                patience,
                () -> source.fail(new IOException("nobody reads the rest of the body")));
    }

    /** How long to wait for more of a body, and the clock that knows. */
    record Patience(Scheduler scheduler, Duration limit) {}

    /**
     * Whether the body is here to its end.
     *
     * @param length of all of it; negative if it is unknown
     */
    synchronized boolean isWhole(long length) {
        return fetch() && (end != null || chunk().isLast() || chunk().remaining() == length);
    }

    @Override
    public synchronized BodyChunk read(int limit) {
        if (!fetch()) {
            return new BodyChunk.Pending();
        }
        if (end != null) {
            return end;
        }
        ByteBuffer bytes = chunk().getByteBuffer();
        byte[] data = new byte[Math.min(limit, bytes.remaining())];
        bytes.get(data);
        if (!bytes.hasRemaining()) {
            releaseChunk();
        }
        return new BodyChunk.Data(data);
    }

    @Override
    public void onReady(Runnable callback) {
        synchronized (this) {
            if (!fetch()) {
                waiter = callback;
                demand();
                return;
            }
        }
        callback.run();
    }

    @Override
    public synchronized void discard() {
        if (end == null) {
            end(new BodyChunk.End(List.of()));
            onDiscard.run();
        }
    }

    /** Whether there is a chunk with data or the end. */
    private boolean fetch() {
        while (end == null && chunk == null && !demanded) {
            Content.Chunk next = source.read();
            if (next == null) {
                return false;
            }
            accept(next);
        }
        return end != null || chunk != null;
    }

    private void accept(Content.Chunk next) {
        chunk = next;
        if (Content.Chunk.isFailure(next)) {
            end(new BodyChunk.Failed(JettyErrors.ofBody(next.getFailure())));
        } else if (!next.hasRemaining()) {
            releaseChunk();
        }
    }

    /** Lets go of a chunk that was read; after the last one the body has ended. */
    private void releaseChunk() {
        Content.Chunk read = chunk();
        boolean last = read.isLast();
        HttpFields fields = read instanceof Trailers its ? its.getTrailers() : null;
        chunk = null;
        read.release();
        if (last || fields != null) {
            end(new BodyChunk.End(JettyFields.fromJetty(fields != null ? fields : trailers.get())));
        }
    }

    private Content.Chunk chunk() {
        if (chunk == null) {
            throw new IllegalStateException("no chunk was fetched");
        }
        return chunk;
    }

    private void end(BodyChunk as) {
        end = as;
        if (chunk != null) {
            chunk.release();
            chunk = null;
        }
    }

    private void demand() {
        if (demanded) {
            return;
        }
        demanded = true;
        if (patience != null) {
            alarm = patience.scheduler().schedule(this::giveUp, patience.limit());
        }
        source.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::arrived));
    }

    private void arrived() {
        wake(null);
    }

    private void giveUp() {
        var timeout = new TimeoutException("nothing more of the body came in time");
        wake(new BodyChunk.Failed(JettyErrors.ofBody(timeout)));
        source.fail(timeout);
    }

    private void wake(@Nullable BodyChunk how) {
        Runnable callback;
        synchronized (this) {
            demanded = false;
            if (alarm != null) {
                alarm.cancel();
                alarm = null;
            }
            if (how != null && end == null) {
                end(how);
            }
            callback = waiter;
            waiter = null;
        }
        if (callback != null) {
            callback.run();
        }
    }
}
