package dev.belay.platform.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A request to the server for operators, and the way to answer it, once. */
public final class Exchange {
    /** For what nobody wants any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Request request;
    private final Response response;
    private final Callback callback;

    Exchange(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    public String method() {
        return request.getMethod();
    }

    /** As it came: encoded, and not resolved. */
    public String path() {
        return Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
    }

    /** As it came: encoded. */
    public String query() {
        return Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** Whether it came by TLS. */
    public boolean isSecure() {
        return request.isSecure();
    }

    /**
     * The body, read to its end; waits for it.
     *
     * @return empty if there is more of it
     */
    public Optional<byte[]> body(int most) throws IOException {
        InputStream in = Content.Source.asInputStream(request);
        byte[] bytes = in.readNBytes(most + 1);
        return bytes.length > most ? Optional.empty() : Optional.of(bytes);
    }

    /**
     * The body, a form with files, read to its end; waits for it. Whoever asks closes it.
     *
     * @throws FormException if it is none, or more than it may be, or does not come
     */
    public FileForm form(FileForm.Bounds bounds) {
        return FileForm.read(request, bounds);
    }

    /**
     * Reads what is left of the body, for a while, and keeps nothing of it. Who is answered before has often sent more than the
     * connection holds, and sees that it was closed rather than the answer.
     */
    public void discard() {
        try {
            Callback.Completable.with(rest -> Content.Source.consumeAll(request, rest))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            request.fail(e);
        } catch (InterruptedException e) {
            request.fail(e);
            Thread.currentThread().interrupt();
        }
    }

    /** Answers; does not wait until that is with the client. */
    public void send(int status, Map<String, String> headers, byte[] body) {
        response.setStatus(status);
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    void fail(Throwable why) {
        callback.failed(why);
    }
}
