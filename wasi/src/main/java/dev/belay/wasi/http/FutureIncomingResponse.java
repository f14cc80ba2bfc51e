package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.ClientExchange;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.http.transport.HttpException;
import dev.belay.wasi.io.Pollable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The resource {@code future-incoming-response}. */
final class FutureIncomingResponse {
    private final LazyExchange exchange;
    private final HttpState state;
    private final Share share;
    private boolean taken;

    FutureIncomingResponse(LazyExchange exchange, HttpState state, Share share) {
        this.exchange = exchange;
        this.state = state;
        this.share = share;
    }

    CompletableFuture<ClientExchange.Received> future() {
        return exchange.response();
    }

    /** Ready when there is a response or a failure. Asking begins the request, if nothing else did. */
    Pollable subscribe() {
        CompletableFuture<ClientExchange.Received> response = future();
        return new Pollable() {
            @Override
            public boolean ready() {
                return response.isDone();
            }

            @Override
            public void onReady(Runnable callback) {
                response.whenComplete((_, _) -> callback.run());
            }
        };
    }

    /** Empty while there is no response; an error without a value the second time. */
    Optional<ResultValue> get() {
        if (!future().isDone()) {
            return Optional.empty();
        }
        if (taken) {
            return Optional.of(ResultValue.err());
        }
        taken = true;
        return Optional.of(ResultValue.ok(future()
                .handle((received, failure) -> failure == null
                        ? ResultValue.ok(new IncomingResponse(received, state, share))
                        : failed(failure))
                .join()));
    }

    private ResultValue failed(Throwable failure) {
        share.end();
        return ResultValue.err(HttpException.errorOf(failure).toVariant());
    }

    void drop() {
        if (!taken) {
            share.end();
            exchange.cancel();
        }
    }
}
