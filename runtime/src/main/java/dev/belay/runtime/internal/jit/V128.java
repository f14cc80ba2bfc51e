package dev.belay.runtime.internal.jit;

/**
 * A vector of 128 bits. Compiled code has one as an object that is never compared nor kept, so that the JVM's compiler
 * does without it where it sees both ends.
 *
 * @param low the first eight bytes, the first lowest
 */
public record V128(long low, long high) {
    public static final V128 ZERO = new V128(0, 0);

    public static V128 of(long low, long high) {
        return new V128(low, high);
    }

    /** What a call by shape gives for one vector. */
    public static V128 of(long[] halves) {
        return new V128(halves[0], halves[1]);
    }

    public long[] toArray() {
        return new long[] {low, high};
    }
}
