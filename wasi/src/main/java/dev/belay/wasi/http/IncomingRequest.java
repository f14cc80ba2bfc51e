package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.RequestHead;
import java.util.Optional;

/** The resource {@code incoming-request}. */
final class IncomingRequest {
    private final RequestHead head;
    private final Fields headers;
    private final Once<IncomingBody> body;

    IncomingRequest(RequestHead head, BodySource body, HttpLimits limits) {
        this.head = head;
        this.headers = Fields.received(head.headers(), limits);
        this.body = new Once<>(new IncomingBody(body, limits));
    }

    RequestHead head() {
        return head;
    }

    Fields headers() {
        return headers;
    }

    /** Empty the second time. */
    Optional<IncomingBody> consume() {
        return body.take();
    }
}
