package dev.belay.platform.shape;

import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;

/**
 * An exchange whose response passes through, and is summed up on its way. A failure is held back until somebody says that it
 * is to be sent: something else may be tried in its place.
 */
public final class HeldExchange implements ServerExchange {
    private static final int FAILURE = 500;
    /** Of a failure: what is longer is sent as it comes. */
    private static final int MOST_HELD = 64 << 10;

    private final ServerExchange to;
    private final BodySource body;
    private final boolean holding;
    private final CRC32C checksum = new CRC32C();
    private Optional<Held> held = Optional.empty();
    private boolean passed;
    private int status;

    /**
     * @param body the request's, from its beginning
     * @param holding whether failures are held back
     */
    public HeldExchange(ServerExchange to, BodySource body, boolean holding) {
        this.to = to;
        this.body = body;
        this.holding = holding;
    }

    /** A response that was not sent. */
    private record Held(ResponseHead head, byte[] body, List<HttpField> trailers) {}

    /** Whether there is a failure that was held back, so that nothing was sent yet. */
    public boolean isHeld() {
        return held.isPresent() && !passed;
    }

    /** Sends what was held back. */
    public CompletableFuture<Void> release() {
        return held.map(its -> to.respond(its.head()).finish(its.body(), its.trailers()))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** What the response was: its status and its body, as a number that another response's is nearly never equal to. */
    public Summary summary() {
        return new Summary(status, checksum.getValue());
    }

    /** @param body a checksum */
    public record Summary(int status, long body) {}

    @Override
    public RequestHead request() {
        return to.request();
    }

    @Override
    public String method() {
        return to.method();
    }

    @Override
    public BodySource requestBody() {
        return body;
    }

    @Override
    public CompletableFuture<Void> inform(ResponseHead informational) {
        return to.inform(informational);
    }

    @Override
    public void overdue() {
        to.overdue();
    }

    @Override
    public void abort(ErrorCode reason) {
        if (!isHeld()) {
            to.abort(reason);
        }
    }

    @Override
    public BodySink respond(ResponseHead head) {
        status = head.status();
        checksum.reset();
        held = Optional.empty();
        return holding && head.status() >= FAILURE && !passed ? new HoldingSink(head) : new PassingSink(to.respond(head));
    }

    private final class PassingSink implements BodySink {
        private final BodySink sink;

        PassingSink(BodySink sink) {
            this.sink = sink;
        }

        @Override
        public CompletableFuture<Void> write(byte[] data) {
            passed = true;
            checksum.update(data);
            return sink.write(data);
        }

        @Override
        public CompletableFuture<Void> finish(byte[] data, List<HttpField> trailers) {
            passed = true;
            checksum.update(data);
            return sink.finish(data, trailers);
        }

        @Override
        public void abort(ErrorCode reason) {
            sink.abort(reason);
        }
    }

    private final class HoldingSink implements BodySink {
        private final ResponseHead head;
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
        private Optional<PassingSink> passing = Optional.empty();

        HoldingSink(ResponseHead head) {
            this.head = head;
        }

        @Override
        public CompletableFuture<Void> write(byte[] data) {
            if (passing.isPresent()) {
                return passing.get().write(data);
            }
            begun.writeBytes(data);
            if (begun.size() <= MOST_HELD) {
                return CompletableFuture.completedFuture(null);
            }
            passing = Optional.of(new PassingSink(to.respond(head)));
            return passing.get().write(begun.toByteArray());
        }

        @Override
        public CompletableFuture<Void> finish(byte[] data, List<HttpField> trailers) {
            if (passing.isPresent()) {
                return passing.get().finish(data, trailers);
            }
            begun.writeBytes(data);
            checksum.update(begun.toByteArray());
            held = Optional.of(new Held(head, begun.toByteArray(), trailers));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void abort(ErrorCode reason) {
            passing.ifPresentOrElse(its -> its.abort(reason), () -> held = Optional.of(new Held(head, begun.toByteArray(), List.of())));
        }
    }
}
