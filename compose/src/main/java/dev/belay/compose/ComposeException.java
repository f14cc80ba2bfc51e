package dev.belay.compose;

/** Components cannot be composed as asked: which, why, and what to do. */
public final class ComposeException extends RuntimeException {
    public ComposeException(String message) {
        super(message);
    }

    public ComposeException(String message, Throwable cause) {
        super(message, cause);
    }
}
