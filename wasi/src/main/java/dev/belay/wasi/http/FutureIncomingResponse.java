package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.ClientExchange;
import java.util.concurrent.CompletableFuture;

/** The resource {@code future-incoming-response}. */
final class FutureIncomingResponse {
    private final LazyExchange exchange;
    private final HttpLimits limits;
    private boolean taken;

    FutureIncomingResponse(LazyExchange exchange, HttpLimits limits) {
        this.exchange = exchange;
        this.limits = limits;
    }

    CompletableFuture<ClientExchange.Received> future() {
        return exchange.response();
    }

    /** Whether this is the first time. */
    boolean take() {
        boolean first = !taken;
        taken = true;
        return first;
    }

    IncomingResponse response(ClientExchange.Received received) {
        return new IncomingResponse(received, limits);
    }

    void drop() {
        if (!taken) {
            exchange.cancel();
        }
    }
}
