package dev.belay.cli.dev;

import dev.belay.host.http.Destination;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Keeps requests until somebody can answer them: those that come while the first build is under way. */
final class Waiting implements Destination {
    private final CompletableFuture<Destination> next = new CompletableFuture<>();

    void go(Destination to) {
        next.complete(to);
    }

    @Override
    public RequestOutcome handle(ServerExchange exchange) {
        // Jetty's thread has better things to do than to wait.
        exchange.overdue();
        return next.join().handle(exchange);
    }

    @Override
    public void finished(Supplier<RequestHead> request, RequestOutcome outcome, Duration took) {
        next.join().finished(request, outcome, took);
    }
}
