package dev.belay.host.http;

import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.ClientExchange;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.RequestTimeouts;
import dev.belay.wasi.http.transport.ResponseHead;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** A request of a guest, with Jetty's client. */
final class JettyClientExchange implements ClientExchange, BodySink {
    private static final Duration DEFAULT_CONNECT = Duration.ofSeconds(30);
    private static final Duration DEFAULT_FIRST_BYTE = Duration.ofMinutes(5);
    private static final Duration DEFAULT_BETWEEN_BYTES = Duration.ofMinutes(5);

    private final Request request;
    private final HttpClientTransport.Owner owner;
    private final Body body;
    private final Scheduler scheduler;
    private final JettyBodySource.Patience patience;
    private final CompletableFuture<Received> response = new CompletableFuture<>();
    private volatile List<HttpField> trailers = List.of();

    private JettyClientExchange(
            HttpClient client, HttpClientTransport.Owner owner, Request request, OptionalLong bodyLength, RequestTimeouts timeouts) {
        this.request = request;
        this.owner = owner;
        this.body = new Body(bodyLength.orElse(-1));
        this.scheduler = client.getScheduler();
        this.patience =
                new JettyBodySource.Patience(scheduler, timeouts.betweenBytes().orElse(DEFAULT_BETWEEN_BYTES));
    }

    static ClientExchange send(
            HttpClient client,
            HttpClientTransport.Owner owner,
            RequestHead head,
            OptionalLong bodyLength,
            RequestTimeouts timeouts) {
        URI uri = URI.create(head.scheme().orElseThrow() + "://" + head.authority().orElseThrow());
        int port = uri.getPort() >= 0 ? uri.getPort() : (head.scheme().get().equals("https") ? 443 : 80);
        Request request = client.newRequest(uri.getHost(), port)
                .scheme(head.scheme().get())
                .method(head.method())
                .path(head.pathWithQuery().orElse("/"))
                .tag(owner.name())
                // only what nobody uses is idle: requests have time limits of their own
                .idleTimeout(0, TimeUnit.MILLISECONDS)
                .headers(headers -> JettyFields.add(headers, head.headers()));
        var exchange = new JettyClientExchange(client, owner, request, bodyLength, timeouts);
        exchange.begin(bodyLength, timeouts);
        return exchange;
    }

    private void begin(OptionalLong bodyLength, RequestTimeouts timeouts) {
        if (bodyLength.isEmpty() || bodyLength.getAsLong() > 0) {
            request.body(body);
        }
        if (bodyLength.isEmpty()) {
            request.trailersSupplier(this::jettyTrailers);
        }
        limit(timeouts.connect().orElse(DEFAULT_CONNECT), ErrorCode.Kind.CONNECTION_TIMEOUT)
                .cancelledBy(cancel -> request.onRequestBegin(_ -> cancel.run()));
        limit(timeouts.firstByte().orElse(DEFAULT_FIRST_BYTE), ErrorCode.Kind.HTTP_RESPONSE_TIMEOUT)
                .cancelledBy(cancel -> response.whenComplete((_, _) -> cancel.run()));
        request.onResponseContentSource(this::headArrived).send(this::ended);
    }

    @Override
    public BodySink requestBody() {
        return this;
    }

    @Override
    public CompletableFuture<Received> response() {
        return response;
    }

    @Override
    public void cancel() {
        request.abort(new CancellationException("nobody waits for the response"));
    }

    @Override
    public CompletableFuture<Void> write(byte[] data) {
        return JettyWrite.write(body, false, data);
    }

    @Override
    public CompletableFuture<Void> finish(byte[] data, List<HttpField> withTrailers) {
        trailers = withTrailers;
        if (body.getLength() == 0) {
            return CompletableFuture.completedFuture(null);
        }
        return JettyWrite.write(body, true, data);
    }

    @Override
    public void abort(ErrorCode reason) {
        request.abort(new HttpException(reason));
    }

    private void headArrived(Response head, Content.Source content) {
        received(head, JettyBodySource.of(head, content, patience));
    }

    private void received(Response head, BodySource content) {
        response.complete(
                new Received(new ResponseHead(head.getStatus(), JettyFields.fromJetty(head.getHeaders())), content));
    }

    private void ended(Result result) {
        owner.whenEnded().run();
        Optional.ofNullable(result.getFailure())
                .ifPresentOrElse(
                        failure -> response.completeExceptionally(
                                new HttpException(JettyErrors.ofRequest(failure), failure)),
                        () -> received(result.getResponse(), BodySource.empty()));
    }

    private @Nullable HttpFields jettyTrailers() {
        return trailers.isEmpty() ? null : JettyFields.toJetty(trailers);
    }

    private TimeLimit limit(Duration time, ErrorCode.Kind otherwise) {
        return new TimeLimit(scheduler.schedule(() -> abort(ErrorCode.of(otherwise)), time));
    }

    private record TimeLimit(Scheduler.Task alarm) {
        void cancelledBy(Consumer<Runnable> event) {
            event.accept(alarm::cancel);
        }
    }

    /** Of a length that is known or not, and of no type of its own. */
    private static final class Body extends AsyncRequestContent {
        private final long length;

        Body(long length) {
            this.length = length;
        }

        @Override
        public long getLength() {
            return length;
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }
}
