package dev.belay.host.http;

import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** A request to the server and its response. */
final class JettyServerExchange implements ServerExchange {
    private final Request request;
    private final Response response;
    private final JettyBodySource body;
    private boolean responding;
    private @Nullable RequestHead head;
    private volatile Optional<ErrorCode> aborted = Optional.empty();
    private volatile Runnable whenOverdue = () -> {};

    JettyServerExchange(Request request, Response response) {
        this.request = request;
        this.response = response;
        this.body = JettyBodySource.of(request);
    }

    /** Whether the body is there to its end, so that nobody will have to wait for it. */
    boolean isWhole() {
        return !request.getHeaders().contains(HttpHeader.EXPECT) && body.isWhole(request.getLength());
    }

    /** What to do if the request takes longer than a moment. */
    void whenOverdue(Runnable callback) {
        whenOverdue = callback;
    }

    @Override
    public void overdue() {
        whenOverdue.run();
    }

    @Override
    public Duration took() {
        return Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
    }

    Response response() {
        return response;
    }

    private static RequestHead head(Request request) {
        HttpURI uri = request.getHttpURI();
        return new RequestHead(
                request.getMethod(),
                Optional.of(request.isSecure() ? "https" : "http"),
                Optional.ofNullable(uri.getAuthority()),
                Optional.ofNullable(uri.getPathQuery()),
                JettyFields.fromJetty(request.getHeaders()));
    }

    @Override
    public RequestHead request() {
        if (head == null) {
            head = head(request);
        }
        return head;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public BodySource requestBody() {
        return body;
    }

    @Override
    public CompletableFuture<Void> inform(ResponseHead informational) {
        return response.writeInterim(informational.status(), JettyFields.toJetty(informational.headers()));
    }

    @Override
    public BodySink respond(ResponseHead to) {
        if (responding) {
            response.reset();
        }
        responding = true;
        response.setStatus(to.status());
        JettyFields.add(response.getHeaders(), to.headers());
        return new Sink(HttpField.find(to.headers(), "content-length").isPresent());
    }

    @Override
    public void abort(ErrorCode reason) {
        aborted = Optional.of(reason);
    }

    /** Why the response has to be cut off, if so. */
    Optional<ErrorCode> aborted() {
        return aborted;
    }

    private final class Sink implements BodySink {
        private final boolean lengthKnown;
        private boolean begun;
        private List<HttpField> trailers = List.of();

        Sink(boolean lengthKnown) {
            this.lengthKnown = lengthKnown;
        }

        @Override
        public CompletableFuture<Void> write(byte[] data) {
            begin(true);
            return send(false, data);
        }

        @Override
        public CompletableFuture<Void> finish(byte[] data, List<HttpField> withTrailers) {
            trailers = withTrailers;
            begin(!trailers.isEmpty());
            return send(true, data);
        }

        @Override
        public void abort(ErrorCode reason) {
            JettyServerExchange.this.abort(reason);
        }

        /**
         * HTTP/1.1 can send trailers only with the chunked coding, which has to be decided with the head.
         */
        private void begin(boolean maybeTrailers) {
            boolean http1 = request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_2;
            if (!begun && maybeTrailers && !(lengthKnown && http1)) {
                response.setTrailersSupplier(this::jettyTrailers);
            }
            begun = true;
        }

        private @Nullable HttpFields jettyTrailers() {
            return trailers.isEmpty() ? null : JettyFields.toJetty(trailers);
        }

        private CompletableFuture<Void> send(boolean last, byte[] data) {
            Optional<ErrorCode> reason = aborted;
            return reason.isPresent()
                    ? CompletableFuture.failedFuture(new HttpException(reason.get()))
                    : JettyWrite.write(response, last, data);
        }
    }
}
