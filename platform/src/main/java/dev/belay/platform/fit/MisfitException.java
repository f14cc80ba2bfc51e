package dev.belay.platform.fit;

/** An application and its harness do not fit each other, or the host. The message says which, why and what to do. */
public final class MisfitException extends RuntimeException {
    public MisfitException(String message, Throwable cause) {
        super(message, cause);
    }

    public MisfitException(String message) {
        super(message);
    }
}
