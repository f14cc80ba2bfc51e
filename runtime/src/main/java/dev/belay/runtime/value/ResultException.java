package dev.belay.runtime.value;

import java.util.Optional;

/**
 * The error side of a {@code result}, where a Java method gives the ok side as its own result.
 *
 * <p>A bound method whose component function returns a {@code result} throws it; a host method throws it to answer with an
 * error.
 */
public final class ResultException extends RuntimeException {
    private final transient Optional<Object> error;

    public ResultException(Optional<Object> error) {
        super(error.map(e -> "the function answered with an error: " + e)
                .orElse("the function answered with an error"));
        this.error = error;
    }

    public static ResultException of(Object error) {
        return new ResultException(Optional.of(error));
    }

    /** The error's value, if its type has one. */
    public Optional<Object> error() {
        return error;
    }
}
