package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.RequestHead;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The resource {@code incoming-request}. */
final class IncomingRequest {
    private final Supplier<RequestHead> head;
    private final HttpState state;
    private final Children children = new Children("incoming-request");
    private final Once<IncomingBody> body;
    /** Made when the guest asks for them. */
    private @Nullable Fields headers;

    /** @param head asked for when the guest asks for something of it */
    IncomingRequest(Supplier<RequestHead> head, BodySource body, HttpState state) {
        this.head = head;
        this.state = state;
        this.body = new Once<>(new IncomingBody(body, state, Share.none(state.memory())));
    }

    RequestHead head() {
        return head.get();
    }

    /** For the guest, which has to drop them before this. */
    Fields lendHeaders() {
        return headers().childOf(children);
    }

    Fields headers() {
        if (headers == null) {
            headers = Fields.received(head().headers(), state);
        }
        return headers;
    }

    /** Empty the second time. */
    Optional<IncomingBody> consume() {
        return body.take();
    }

    /** Nobody will read the body, unless it was taken. */
    void drop() {
        if (headers != null) {
            headers.drop();
        }
        body.take().ifPresent(IncomingBody::drop);
        children.requireNone();
    }
}
