package dev.belay.platform.admin;

/** A form that cannot be taken. The message is for people. */
public final class FormException extends RuntimeException {
    private final int status;

    public FormException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Of the answer. */
    public int status() {
        return status;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
