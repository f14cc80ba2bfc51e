package dev.belay.wasi.http;

import dev.belay.runtime.value.ResultValue;
import java.util.Optional;

/** What functions of {@code wasi:http} answer, as component values. */
final class Answers {
    private Answers() {}

    /** {@code result}. */
    static ResultValue done(boolean right) {
        return right ? ResultValue.ok() : ResultValue.err();
    }

    /** {@code result<T>} of something that can be had once. */
    static ResultValue once(Optional<?> found) {
        return found.isPresent() ? ResultValue.ok(found.get()) : ResultValue.err();
    }

    /** {@code result<_, header-error>}. */
    static ResultValue changed(Optional<HeaderError> wrong) {
        return wrong.map(it -> ResultValue.err(it.toVariant())).orElseGet(ResultValue::ok);
    }
}
