package dev.belay.cli.dev;

import dev.belay.host.http.Destination;
import dev.belay.host.http.RequestLine;
import dev.belay.host.http.Router;
import java.util.Optional;

/**
 * Who answers at a moment. A request goes to whoever answers when it comes, and stays there to its end; what nobody answers with
 * any more, and no request is in, the collector takes, its classes included. Until there is anybody, requests wait.
 */
final class Front implements Router {
    private volatile Optional<Destination> now = Optional.of(new Waiting());

    @Override
    public Optional<Destination> route(RequestLine request) {
        return now;
    }

    /** All requests that come from now on, and those that wait. Called on one thread. */
    void send(Destination to) {
        Destination before = now.orElseThrow();
        now = Optional.of(to);
        if (before instanceof Waiting waiting) {
            waiting.go(to);
        }
    }
}
