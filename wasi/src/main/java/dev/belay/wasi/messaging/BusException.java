package dev.belay.wasi.messaging;

/** A bus could not do what it was asked for. The message is one line, fit to be shown to guests. */
public final class BusException extends RuntimeException {
    private final Kind kind;

    public BusException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public BusException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Why. */
    public enum Kind {
        /** Nobody subscribes to the subject of a request. */
        NO_RESPONDERS,
        /** No answer came in time. */
        TIMEOUT,
        /** The body is larger than the bus takes. */
        TOO_LARGE,
        /** Too much waits to be delivered. */
        OVERLOADED,
        /** There is no connection. */
        NOT_CONNECTED,
        /** The bus was closed. */
        CLOSED
    }
}
