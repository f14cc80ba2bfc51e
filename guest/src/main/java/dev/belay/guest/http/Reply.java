package dev.belay.guest.http;

import dev.belay.guest.wasi.http.Types;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What a server answered; to be closed. */
public final class Reply implements AutoCloseable {
    private final Types.IncomingResponse response;
    private final int status;
    private final List<Header> headers;
    private final BodyInput body;

    Reply(Types.IncomingResponse response) {
        this.response = response;
        this.status = response.status();
        this.headers = Headers.of(response.headers());
        this.body = new BodyInput(response.consume().orElseThrow());
    }

    public int status() {
        return status;
    }

    public List<Header> headers() {
        return headers;
    }

    /** The first header of a name. */
    public Optional<String> header(String name) {
        return Headers.find(headers, name);
    }

    public InputStream body() {
        return body;
    }

    BodyInput input() {
        return body;
    }

    /** @throws IllegalStateException if the body ends too early, or is longer than {@code most} bytes */
    public byte[] bytes(int most) {
        return Body.bytes(body, most);
    }

    /** As {@link #bytes}, as text of UTF-8. */
    public String text(int most) {
        return Body.text(body, most);
    }

    @Override
    public void close() {
        body.close();
        response.close();
    }
}
