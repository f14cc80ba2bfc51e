package dev.belay.host.http;

import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.wasi.http.HttpHandler;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.time.Duration;
import java.util.function.Supplier;

/** A handler, with what its instances are given. */
record HandlerDestination(HttpHandler handler, Supplier<InstanceState> state, Limits limits, RequestListener listener)
        implements Destination {
    @Override
    public RequestOutcome handle(ServerExchange exchange) {
        return handler.handle(exchange, state.get(), limits);
    }

    @Override
    public void finished(Supplier<RequestHead> request, RequestOutcome outcome, Duration took) {
        listener.finished(request, outcome, took);
    }
}
