package dev.belay.host.http;

import java.util.Optional;

/** Says who answers a request. Asked for every request, on the thread that read it: must neither wait nor throw. */
public interface Router {
    /** @return empty if there is nothing where the client asks: it gets status 404 */
    Optional<? extends Destination> route(RequestLine request);

    /** What such a client is told, with its line break. */
    default String nothingHere() {
        return "nothing here\n";
    }
}
