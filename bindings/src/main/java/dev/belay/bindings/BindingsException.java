package dev.belay.bindings;

/** WIT that has no Java: the message says what, where, and what to do instead. */
public final class BindingsException extends RuntimeException {
    public BindingsException(String message) {
        super(message);
    }
}
