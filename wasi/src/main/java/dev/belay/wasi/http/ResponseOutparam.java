package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The resource {@code response-outparam}: what a guest sets to answer. */
final class ResponseOutparam {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FIRST_FINAL_STATUS = 200;

    private final ServerExchange exchange;
    private Answer answer = new Answer.None();
    private @Nullable Unsent held;

    ResponseOutparam(ServerExchange exchange) {
        this.exchange = exchange;
    }

    /** What the guest has answered. */
    sealed interface Answer {
        record None() implements Answer {}

        record Error(ErrorCode code) implements Answer {}

        record Response(ResponseHead head, BodyWriter writer) implements Answer {}
    }

    /** Sends a response of a status from 100 to 199; gives what is wrong. */
    Optional<ErrorCode> inform(int status, Fields headers) {
        if (status <= SWITCHING_PROTOCOLS || status >= FIRST_FINAL_STATUS || !(answer instanceof Answer.None)) {
            return Optional.of(ErrorCode.of(ErrorCode.Kind.HTTP_PROTOCOL_ERROR));
        }
        exchange.inform(new ResponseHead(status, headers.entries()));
        return Optional.empty();
    }

    void set(OutgoingResponse response) {
        ResponseHead head = response.head();
        BodyWriter writer = response.writer();
        answer = new Answer.Response(head, writer);
        if (!response.hasBody()) {
            writer.finish(List.of());
        }
        writer.attachHeld(new KeptSink(exchange.respond(head), exchange, writer));
        if (!writer.isStarted()) {
            var unsent = new Unsent(writer);
            unsent.begin();
            held = unsent;
        }
    }

    /** Whether the response could not be sent, before the guest did anything wrong. */
    boolean isBroken() {
        return answer instanceof Answer.Response(_, BodyWriter writer) && writer.isBroken();
    }

    /** Whether the guest waits until the client takes what was written of the response. */
    boolean isBlocked() {
        return answer instanceof Answer.Response(_, BodyWriter writer) && writer.isWaitedFor();
    }

    /** The guest will not do any more: what was held back of a response is sent, unless it is incomplete. */
    void release() {
        if (held != null) {
            held.release();
        }
    }

    void set(ErrorCode code) {
        answer = new Answer.Error(code);
    }

    Answer answer() {
        return answer;
    }

    /**
     * A response that is held back so that a short one goes in one piece, with its length in its head, whether the guest
     * flushes it or not. If it is flushed or finished it does not wait for longer than a moment, and otherwise for some.
     */
    private static final class Unsent extends UnderWay {
        private static final int MOMENTS = 5;

        private final BodyWriter writer;
        private int left = MOMENTS;

        Unsent(BodyWriter writer) {
            this.writer = writer;
        }

        void release() {
            end();
            if (!writer.isOpen()) {
                writer.announce();
            }
        }

        @Override
        boolean overdue() {
            left--;
            if (left > 0 && !writer.isAwaited()) {
                return true;
            }
            writer.announce();
            return false;
        }
    }

    /** As long as nothing was sent, an abandoned response can still be replaced: it must not end the exchange. */
    private record KeptSink(BodySink sink, ServerExchange exchange, BodyWriter writer) implements BodySink {
        @Override
        public CompletableFuture<Void> write(byte[] data) {
            return sink.write(data);
        }

        @Override
        public CompletableFuture<Void> finish(byte[] data, List<HttpField> trailers) {
            return sink.finish(data, trailers);
        }

        @Override
        public void abort(ErrorCode reason) {
            if (writer.isStarted()) {
                exchange.abort(reason);
            }
        }
    }
}
