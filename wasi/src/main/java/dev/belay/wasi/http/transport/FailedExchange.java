package dev.belay.wasi.http.transport;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A request that failed before it began. */
record FailedExchange(ErrorCode reason) implements ClientExchange, BodySink {
    @Override
    public BodySink requestBody() {
        return this;
    }

    @Override
    public CompletableFuture<Received> response() {
        return CompletableFuture.failedFuture(new HttpException(reason));
    }

    @Override
    public void cancel() {}

    @Override
    public CompletableFuture<Void> write(byte[] data) {
        return CompletableFuture.failedFuture(new HttpException(reason));
    }

    @Override
    public CompletableFuture<Void> finish(byte[] data, List<HttpField> trailers) {
        return CompletableFuture.failedFuture(new HttpException(reason));
    }

    @Override
    public void abort(ErrorCode because) {}
}
