package dev.belay.runtime.internal.typed;

/** A core function to call. Each shape's class adds a method {@code call} with the function's own types. */
public abstract class TypedCall {
    protected TypedCall() {}

    /**
     * @param args raw bits: i32 and f32 in the low half
     * @return raw bits
     */
    public abstract long[] apply(long[] args);

    /** A core function that takes and gives arrays of raw bits. */
    @FunctionalInterface
    public interface Body {
        long[] call(long[] args);
    }
}
