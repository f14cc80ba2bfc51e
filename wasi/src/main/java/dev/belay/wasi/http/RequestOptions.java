package dev.belay.wasi.http;

import dev.belay.wasi.http.transport.RequestTimeouts;
import java.time.Duration;
import java.util.Optional;

/** The resource {@code request-options}. */
final class RequestOptions {
    private Optional<Duration> connect = Optional.empty();
    private Optional<Duration> firstByte = Optional.empty();
    private Optional<Duration> betweenBytes = Optional.empty();

    Optional<Duration> connect() {
        return connect;
    }

    Optional<Duration> firstByte() {
        return firstByte;
    }

    Optional<Duration> betweenBytes() {
        return betweenBytes;
    }

    void connect(Optional<Duration> timeout) {
        connect = timeout;
    }

    void firstByte(Optional<Duration> timeout) {
        firstByte = timeout;
    }

    void betweenBytes(Optional<Duration> timeout) {
        betweenBytes = timeout;
    }

    RequestTimeouts timeouts() {
        return new RequestTimeouts(connect, firstByte, betweenBytes);
    }
}
