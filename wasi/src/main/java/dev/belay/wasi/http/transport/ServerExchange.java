package dev.belay.wasi.http.transport;

import java.util.concurrent.CompletableFuture;

/** A request that a server received, and the way to answer it. */
public interface ServerExchange {
    RequestHead request();

    BodySource requestBody();

    /** Sends a response of a status from 100 to 199, before the real one. */
    CompletableFuture<Void> inform(ResponseHead head);

    /**
     * Begins the response. The head is sent with the first write; until then another response can be begun in its place.
     */
    BodySink respond(ResponseHead head);

    /** Ends the response so that the client sees it is not complete. */
    void abort(ErrorCode reason);
}
