package dev.belay.platform.serve;

import dev.belay.platform.shape.Bodies;
import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.BodySource;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpException;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ResponseHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A request that comes from no client, with its body, and the response to it: both in memory. */
public final class MemoryExchange implements ServerExchange {
    private final RequestHead request;
    private final BodySource body;
    private final int most;
    private final long begun = System.nanoTime();
    private final ByteArrayOutputStream response = new ByteArrayOutputStream();
    private Optional<ResponseHead> head = Optional.empty();
    private List<HttpField> trailers = List.of();
    private boolean complete;
    private volatile Optional<ErrorCode> aborted = Optional.empty();

    /** @param most bytes of a response; one that is larger fails */
    public MemoryExchange(RequestHead request, byte[] body, int most) {
        this.request = request;
        this.body = new Bodies.Read(body, Optional.empty(), List.of()).again();
        this.most = most;
    }

    /** Where the response is whole. */
    public boolean complete() {
        return complete && aborted.isEmpty();
    }

    public Optional<ResponseHead> head() {
        return head;
    }

    public byte[] body() {
        return response.toByteArray();
    }

    public List<HttpField> trailers() {
        return trailers;
    }

    @Override
    public RequestHead request() {
        return request;
    }

    @Override
    public Duration took() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public BodySource requestBody() {
        return body;
    }

    @Override
    public CompletableFuture<Void> inform(ResponseHead informational) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public BodySink respond(ResponseHead to) {
        head = Optional.of(to);
        response.reset();
        return new Sink();
    }

    @Override
    public void abort(ErrorCode reason) {
        aborted = Optional.of(reason);
    }

    private final class Sink implements BodySink {
        @Override
        public CompletableFuture<Void> write(byte[] data) {
            if (aborted.isPresent()) {
                return CompletableFuture.failedFuture(new HttpException(aborted.get()));
            }
            if (data.length > most - response.size()) {
                aborted = Optional.of(ErrorCode.internal("expected a response of at most " + most + " bytes"));
                return CompletableFuture.failedFuture(new HttpException(aborted.get()));
            }
            response.writeBytes(data);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> finish(byte[] data, List<HttpField> its) {
            CompletableFuture<Void> written = write(data);
            if (!written.isCompletedExceptionally()) {
                trailers = its;
                complete = true;
            }
            return written;
        }

        @Override
        public void abort(ErrorCode reason) {
            MemoryExchange.this.abort(reason);
        }
    }
}
