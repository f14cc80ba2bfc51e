package dev.belay.wasi.http.transport;

import java.util.concurrent.CompletableFuture;

/** A request on its way out and the response to it. */
public interface ClientExchange {
    /** One that failed before it began. */
    static ClientExchange failed(ErrorCode reason) {
        return new FailedExchange(reason);
    }

    BodySink requestBody();

    /** The response when its head has arrived. Fails with an {@link HttpException}. */
    CompletableFuture<Received> response();

    /** Nobody is interested in the response any more. */
    void cancel();

    /** A response whose body is still to be read. */
    record Received(ResponseHead head, BodySource body) {}
}
