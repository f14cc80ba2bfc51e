package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.ClientExchange;
import java.util.Optional;

/** The resource {@code incoming-response}. */
final class IncomingResponse {
    private final int status;
    private final Children children = new Children("incoming-response");
    private final Fields headers;
    private final Once<IncomingBody> body;

    IncomingResponse(ClientExchange.Received received, HttpState state, Share share) {
        this.status = received.head().status();
        this.headers = Fields.received(received.head().headers(), state);
        this.body = new Once<>(new IncomingBody(received.body(), state, share));
    }

    int status() {
        return status;
    }

    /** For the guest, which has to drop them before this. */
    Fields lendHeaders() {
        return headers.childOf(children);
    }

    Fields headers() {
        return headers;
    }

    /** Empty the second time. */
    Optional<IncomingBody> consume() {
        return body.take();
    }

    /** Nobody will read the body, unless it was taken. */
    void drop() {
        headers.drop();
        body.take().ifPresent(IncomingBody::drop);
        children.requireNone();
    }
}
