package dev.belay.platform.admin;

/** A request is answered by an error. */
final class AnswerException extends RuntimeException {
    private final int status;

    AnswerException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
