package dev.belay.platform.serve;

/** A revision fits, but does not start: the message says why. */
public final class StartException extends RuntimeException {
    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
