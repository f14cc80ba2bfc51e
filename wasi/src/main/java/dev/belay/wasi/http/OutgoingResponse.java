package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.ResponseHead;
import java.util.Optional;

/** The resource {@code outgoing-response}. */
final class OutgoingResponse {
    private static final int DEFAULT_STATUS = 200;
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 999;

    private final Children children = new Children("outgoing-response");
    private final Fields headers;
    private final BodyWriter writer;
    private final Once<BodyWriter> body;
    private int status = DEFAULT_STATUS;

    /** @param bodiless whether the request was a {@code HEAD}, so that a length in the headers says nothing */
    OutgoingResponse(Fields headers, HttpState state, boolean bodiless) {
        this.headers = headers.immutable();
        headers.drop();
        this.writer = new BodyWriter(
                state, ContentLength.of(headers, bodiless), ErrorCode.Kind.HTTP_RESPONSE_BODY_SIZE);
        this.body = new Once<>(writer);
    }

    /** For the guest, which has to drop them before this. */
    Fields lendHeaders() {
        return headers.childOf(children);
    }

    Fields headers() {
        return headers;
    }

    int status() {
        return status;
    }

    boolean status(int code) {
        boolean right = code >= FIRST_STATUS && code <= LAST_STATUS;
        status = right ? code : status;
        return right;
    }

    /** Empty the second time. */
    Optional<BodyWriter> body() {
        return body.take();
    }

    ResponseHead head() {
        return new ResponseHead(status, headers.entries());
    }

    BodyWriter writer() {
        return writer;
    }

    /** Whether the guest asked for the body, so that it is the guest's to finish. */
    boolean hasBody() {
        return body.isTaken();
    }

    void drop() {
        headers.drop();
        children.requireNone();
    }
}
