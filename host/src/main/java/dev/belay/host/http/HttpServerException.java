package dev.belay.host.http;

/** A server could not start. */
public final class HttpServerException extends RuntimeException {
    HttpServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
