package dev.belay.wasi.io;

import dev.belay.runtime.value.VariantValue;
import java.util.Optional;

/** A stream operation did not succeed: the variant {@code stream-error}. */
public final class StreamException extends RuntimeException {
    private final transient Optional<IoError> error;

    private StreamException(String message, Optional<IoError> error) {
        super(message);
        this.error = error;
    }

    /** The stream is at its end, or nobody takes what is written. */
    public static StreamException closed() {
        return new StreamException("the stream is closed", Optional.empty());
    }

    public static StreamException failed(IoError error) {
        return new StreamException(error.text(), Optional.of(error));
    }

    public static StreamException failed(String text) {
        return failed(IoError.of(text));
    }

    /** The failure; empty if the stream is closed. */
    public Optional<IoError> error() {
        return error;
    }

    VariantValue asVariant() {
        return error.map(e -> VariantValue.of("last-operation-failed", e)).orElse(VariantValue.of("closed"));
    }
}
