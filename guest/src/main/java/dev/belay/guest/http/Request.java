package dev.belay.guest.http;

import dev.belay.guest.wasi.http.Types;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A request that came in. Its body is read once, as a stream or as a whole. */
public final class Request {
    private final Types.IncomingRequest request;
    private final String method;
    private final String target;
    private final List<Header> headers;
    private Optional<BodyInput> body = Optional.empty();

    Request(Types.IncomingRequest request) {
        this.request = request;
        this.method = Methods.name(request.method());
        this.target = request.pathWithQuery().orElse("/");
        this.headers = Headers.of(request.headers());
    }

    /** {@code GET}. */
    public String method() {
        return method;
    }

    /** {@code /banks?country=US}. */
    public String target() {
        return target;
    }

    /** The target without its query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** What comes after the question mark, as it was sent. */
    public Optional<String> query() {
        int query = target.indexOf('?');
        return query < 0 ? Optional.empty() : Optional.of(target.substring(query + 1));
    }

    /** In the order they were sent. */
    public List<Header> headers() {
        return headers;
    }

    /** The first header of a name. */
    public Optional<String> header(String name) {
        return Headers.find(headers, name);
    }

    /** The body; the same stream each time. */
    public InputStream body() {
        return input();
    }

    BodyInput input() {
        if (body.isEmpty()) {
            body = Optional.of(new BodyInput(request.consume().orElseThrow()));
        }
        return body.get();
    }

    /** @throws IllegalStateException if the body ends too early, or is longer than {@code most} bytes */
    public byte[] bytes(int most) {
        return Body.bytes(body(), most);
    }

    /** As {@link #bytes}, as text of UTF-8. */
    public String text(int most) {
        return Body.text(body(), most);
    }

    void close() {
        body.ifPresent(BodyInput::close);
        request.close();
    }
}
