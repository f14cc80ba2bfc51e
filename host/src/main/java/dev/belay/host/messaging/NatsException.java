package dev.belay.host.messaging;

/** NATS could not be reached at first. The message is one line. */
public final class NatsException extends RuntimeException {
    NatsException(String message, Throwable cause) {
        super(message, cause);
    }
}
