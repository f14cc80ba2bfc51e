package dev.belay.wasi.keyvalue;

/** A store could not do what it was asked for. The message is one line, fit to be shown to guests. */
public final class KeyValueException extends RuntimeException {
    private final Kind kind;

    public KeyValueException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public KeyValueException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Why. */
    public enum Kind {
        /** There is no such bucket. */
        NO_SUCH_STORE,
        /** The instance may not open it. */
        ACCESS_DENIED,
        /** What the message says. */
        OTHER
    }
}
