package dev.belay.runtime.internal.typed;

/**
 * A core function to call. Each shape's class adds a method {@code call} with the function's own types, and overrides one of
 * the two here that go by arrays: shapes with references the one that has room for them.
 */
public abstract class TypedCall extends RawCall {
    protected TypedCall() {}

    /**
     * @param args raw bits: i32 and f32 in the low half. References are null.
     * @return raw bits
     */
    public long[] apply(long[] args) {
        return apply(Values.of(args)).bits();
    }

    public Values apply(Values args) {
        return Values.of(apply(args.bits()));
    }

    /** A core function that takes and gives arrays of raw bits. */
    @FunctionalInterface
    public interface Body {
        long[] call(long[] args);

        /** The same with references, for shapes that have some. */
        default Values call(Values args) {
            return Values.of(call(args.bits()));
        }
    }

    /** A core function with references. */
    @FunctionalInterface
    public interface MixedBody extends Body {
        @Override
        Values call(Values args);

        @Override
        default long[] call(long[] args) {
            return call(Values.of(args)).bits();
        }
    }
}
