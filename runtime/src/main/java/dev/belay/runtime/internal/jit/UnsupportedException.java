package dev.belay.runtime.internal.jit;

/** A function has something that the compiler leaves to the interpreter. */
final class UnsupportedException extends RuntimeException {
    UnsupportedException(String what) {
        super(what, null, false, false);
    }
}
