package dev.belay.wit;

/** WIT text is wrong. The message is one line with the place; {@link Diagnostic} shows more. */
public final class WitException extends RuntimeException {
    private final transient WitError error;

    public WitException(WitError error) {
        super(error.span().place() + ": " + error.message()
                + Diagnostic.suggestion(error).map(s -> "; did you mean '" + s + "'?").orElse(""));
        this.error = error;
    }

    public WitError error() {
        return error;
    }
}
