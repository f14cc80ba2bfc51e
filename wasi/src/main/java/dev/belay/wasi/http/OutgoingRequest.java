package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.RequestHead;
import java.util.Optional;

/** The resource {@code outgoing-request}. */
final class OutgoingRequest {
    private final Children children = new Children("outgoing-request");
    private final Fields headers;
    private final BodyWriter writer;
    private final Once<BodyWriter> body;
    private String method = "GET";
    private Optional<String> pathWithQuery = Optional.empty();
    private Optional<String> scheme = Optional.empty();
    private Optional<String> authority = Optional.empty();

    OutgoingRequest(Fields headers, HttpState state) {
        this.headers = headers.immutable();
        headers.drop();
        this.writer =
                new BodyWriter(state, ContentLength.of(headers, false), ErrorCode.Kind.HTTP_REQUEST_BODY_SIZE);
        this.body = new Once<>(writer);
    }

    /** For the guest, which has to drop them before this. */
    Fields lendHeaders() {
        return headers.childOf(children);
    }

    Fields headers() {
        return headers;
    }

    String method() {
        return method;
    }

    boolean method(String to) {
        boolean right = FieldSyntax.isToken(to);
        method = right ? to : method;
        return right;
    }

    Optional<String> pathWithQuery() {
        return pathWithQuery;
    }

    boolean pathWithQuery(Optional<String> to) {
        boolean right = to.map(FieldSyntax::isPathWithQuery).orElse(true);
        pathWithQuery = right ? to : pathWithQuery;
        return right;
    }

    Optional<String> scheme() {
        return scheme;
    }

    boolean scheme(Optional<String> to) {
        boolean right = to.map(FieldSyntax::isScheme).orElse(true);
        scheme = right ? to : scheme;
        return right;
    }

    Optional<String> authority() {
        return authority;
    }

    boolean authority(Optional<String> to) {
        boolean right = to.map(it -> Authority.parse(it).isPresent()).orElse(true);
        authority = right ? to : authority;
        return right;
    }

    /** Empty the second time. */
    Optional<BodyWriter> body() {
        return body.take();
    }

    RequestHead head() {
        return new RequestHead(method, scheme, authority, pathWithQuery, headers.entries());
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
