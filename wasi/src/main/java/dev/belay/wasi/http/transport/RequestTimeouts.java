package dev.belay.wasi.http.transport;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait for parts of an outgoing request; empty for the transport's default.
 *
 * @param connect for the connection
 * @param firstByte from the request to the head of its response
 * @param betweenBytes from one part of the response's body to the next
 */
public record RequestTimeouts(Optional<Duration> connect, Optional<Duration> firstByte, Optional<Duration> betweenBytes) {
    public static final RequestTimeouts DEFAULT =
            new RequestTimeouts(Optional.empty(), Optional.empty(), Optional.empty());
}
