package dev.belay.guest;

import java.util.Optional;
import java.util.function.Function;

/**
 * What worked out, or what went wrong.
 *
 * @param <T> what an ok result holds
 * @param <E> what an error holds
 */
public sealed interface Result<T, E> {
    record Ok<T, E>(T value) implements Result<T, E> {}

    record Err<T, E>(E error) implements Result<T, E> {}

    static <T, E> Result<T, E> ok(T value) {
        return new Ok<>(value);
    }

    /** An ok result without a value. */
    static <E> Result<Unit, E> ok() {
        return new Ok<>(Unit.UNIT);
    }

    static <T, E> Result<T, E> err(E error) {
        return new Err<>(error);
    }

    default boolean isOk() {
        return this instanceof Ok;
    }

    /** The value of an ok result. */
    default Optional<T> found() {
        return this instanceof Ok<T, E> ok ? Optional.of(ok.value()) : Optional.empty();
    }

    /** The error, if it is one. */
    default Optional<E> failure() {
        return this instanceof Err<T, E> err ? Optional.of(err.error()) : Optional.empty();
    }

    /** @throws IllegalStateException if it is an error, which the message says */
    default T orElseThrow() {
        if (this instanceof Err<T, E> err) {
            throw new IllegalStateException("expected an ok result, found the error " + err.error());
        }
        return ((Ok<T, E>) this).value();
    }

    default <U> Result<U, E> map(Function<? super T, ? extends U> function) {
        return this instanceof Err<T, E> err ? err(err.error()) : ok(function.apply(((Ok<T, E>) this).value()));
    }
}
