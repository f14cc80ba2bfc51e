package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.BodySink;
import dev.belay.wasi.http.transport.ClientExchange;
import dev.belay.wasi.http.transport.ErrorCode;
import dev.belay.wasi.http.transport.HttpField;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An outgoing request that begins when there is something to send or somebody asks for the response. A guest hands a
 * request over before it finishes the body: so that the length of a short one is known when the head is sent, the
 * beginning has to wait.
 */
final class LazyExchange implements BodySink {
    private final Function<OptionalLong, ClientExchange> begin;
    private @Nullable ClientExchange begun;

    /** @param begin given the length of the body, if it is known */
    LazyExchange(Function<OptionalLong, ClientExchange> begin) {
        this.begin = begin;
    }

    CompletableFuture<ClientExchange.Received> response() {
        return begin(OptionalLong.empty()).response();
    }

    @Override
    public CompletableFuture<Void> write(byte[] data) {
        return begin(OptionalLong.empty()).requestBody().write(data);
    }

    @Override
    public CompletableFuture<Void> finish(byte[] data, List<HttpField> trailers) {
        OptionalLong length = trailers.isEmpty() ? OptionalLong.of(data.length) : OptionalLong.empty();
        return begin(length).requestBody().finish(data, trailers);
    }

    @Override
    public void abort(ErrorCode reason) {
        begun(() -> ClientExchange.failed(reason)).requestBody().abort(reason);
    }

    /** Nobody is interested in the response. */
    synchronized void cancel() {
        if (begun != null) {
            begun.cancel();
        }
    }

    private ClientExchange begin(OptionalLong length) {
        return begun(() -> begin.apply(length));
    }

    private synchronized ClientExchange begun(Supplier<ClientExchange> otherwise) {
        if (begun == null) {
            begun = otherwise.get();
        }
        return begun;
    }
}
