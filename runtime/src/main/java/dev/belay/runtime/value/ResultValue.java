package dev.belay.runtime.value;

import java.util.Optional;

/** The outcome of something that can fail; either side may be without a value. */
public sealed interface ResultValue {
    record Ok(Optional<Object> value) implements ResultValue {}

    record Err(Optional<Object> value) implements ResultValue {}

    static ResultValue ok() {
        return new Ok(Optional.empty());
    }

    static ResultValue ok(Object value) {
        return new Ok(Optional.of(value));
    }

    static ResultValue err() {
        return new Err(Optional.empty());
    }

    static ResultValue err(Object value) {
        return new Err(Optional.of(value));
    }
}
