package dev.belay.host.http;

import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.wasi.http.HttpHandler;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Routes to handlers, whose instances have the same limits and listener. */
final class HandlerRouter implements Router {
    private final Routes routes;
    private final Map<HttpHandler, Optional<Destination>> destinations = new IdentityHashMap<>();

    HandlerRouter(Routes routes, Function<HttpHandler, Supplier<InstanceState>> states, Limits limits, RequestListener listener) {
        this.routes = routes;
        routes.handlers().forEach(handler ->
                destinations.put(handler, Optional.of(Destination.of(handler, states.apply(handler), limits, listener))));
    }

    @Override
    public Optional<Destination> route(RequestLine request) {
        return routes.find(request.path()).flatMap(destinations::get);
    }

    @Override
    public String nothingHere() {
        return routes.known();
    }
}
