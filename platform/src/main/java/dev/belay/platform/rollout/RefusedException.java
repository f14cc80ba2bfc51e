package dev.belay.platform.rollout;

/** What was asked for cannot be, and nothing was changed: the message says why. */
public final class RefusedException extends RuntimeException {
    public RefusedException(String message) {
        super(message);
    }
}
