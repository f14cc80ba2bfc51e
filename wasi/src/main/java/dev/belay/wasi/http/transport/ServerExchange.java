package dev.belay.wasi.http.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A request that a server received, and the way to answer it. */
public interface ServerExchange {
    RequestHead request();

    /** The request's method, for whoever needs no more of it. */
    default String method() {
        return request().method();
    }

    /** Since the request came, so far; nothing if nobody looked. */
    default Duration took() {
        return Duration.ZERO;
    }

    BodySource requestBody();

    /** Sends a response of a status from 100 to 199, before the real one. */
    CompletableFuture<Void> inform(ResponseHead head);

    /**
     * Begins the response. The head is sent with the first write; until then another response can be begun in its place.
     */
    BodySink respond(ResponseHead head);

    /**
     * The request takes longer than a moment: whoever let something wait for it, since most take less, is to let it go on.
     * Called once at most, on any thread, and perhaps just when the request ends; must not wait.
     */
    default void overdue() {}

    /** Ends the response so that the client sees it is not complete. */
    void abort(ErrorCode reason);
}
