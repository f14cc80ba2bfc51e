package dev.belay.wasi.http.transport;

import java.util.OptionalLong;

/** Sends requests for guests. Thread-safe. */
public interface OutgoingTransport {

    /**
     * Begins to send a request. Nothing waits here, and whatever goes wrong shows in the exchange.
     *
     * @param head with a scheme and an authority
     * @param bodyLength bytes, if they are known before the body is written
     */
    ClientExchange send(RequestHead head, OptionalLong bodyLength, RequestTimeouts timeouts);
}
