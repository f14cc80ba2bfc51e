package dev.belay.platform.console;

/** A page cannot be shown, or something not be done. The message is for people. */
final class VisitException extends RuntimeException {
    private final int status;

    VisitException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
