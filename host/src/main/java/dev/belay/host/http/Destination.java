package dev.belay.host.http;

import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.wasi.http.HttpHandler;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ServerExchange;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers requests that a {@link Router} sends there. Thread-safe. */
public interface Destination extends RequestListener {
    /** Who may be answered, and who waits, besides what the server allows in all; empty if it is the server that says. */
    default Optional<Admission> admission() {
        return Optional.empty();
    }

    /** Answers a request. Returns when the response was sent, or has failed. */
    RequestOutcome handle(ServerExchange exchange);

    /** Fresh instances, or whatever the handler uses. */
    static Destination of(HttpHandler handler, Supplier<InstanceState> state, Limits limits, RequestListener listener) {
        return new HandlerDestination(handler, state, limits, listener);
    }

    /**
     * A request found no room, here or in the server, or its turn did not come in time, and it gets status 503. Must not wait.
     *
     * @param request made when it is asked for, which has to be during this call
     * @param took since the request came
     */
    default void refused(Supplier<RequestHead> request, Duration took) {}

    @Override
    void finished(Supplier<RequestHead> request, RequestOutcome outcome, Duration took);
}
