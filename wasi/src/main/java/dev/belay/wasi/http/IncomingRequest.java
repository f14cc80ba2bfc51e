package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.RequestHead;
import java.util.Optional;

/** The resource {@code incoming-request}. */
final class IncomingRequest {
    private final RequestHead head;
    private final Children children = new Children("incoming-request");
    private final Fields headers;
    private final Once<IncomingBody> body;

    IncomingRequest(RequestHead head, BodySource body, HttpState state) {
        this.head = head;
        this.headers = Fields.received(head.headers(), state);
        this.body = new Once<>(new IncomingBody(body, state, Share.none(state.memory())));
    }

    RequestHead head() {
        return head;
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
