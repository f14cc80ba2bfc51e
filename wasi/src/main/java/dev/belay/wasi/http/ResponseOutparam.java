package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The resource {@code response-outparam}: what a guest sets to answer. */
final class ResponseOutparam {
    /** How long a head waits for the body, so that a short response goes in one piece. */
    private static final long HEAD_DELAY_MILLIS = 10;

    private static final Executor LATER =
            CompletableFuture.delayedExecutor(HEAD_DELAY_MILLIS, TimeUnit.MILLISECONDS);

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FIRST_FINAL_STATUS = 200;

    private final ServerExchange exchange;
    private Answer answer = new Answer.None();

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
        writer.attach(new KeptSink(exchange.respond(head), exchange, writer));
        if (!writer.isStarted()) {
            LATER.execute(writer::announce);
        }
    }

    void set(ErrorCode code) {
        answer = new Answer.Error(code);
    }

    Answer answer() {
        return answer;
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
