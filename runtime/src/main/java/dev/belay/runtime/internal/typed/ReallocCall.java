package dev.belay.runtime.internal.typed;

/** The shape of four i32 to an i32, in Java since Java code calls it: a component's {@code realloc}. */
public abstract class ReallocCall extends TypedCall {
    protected ReallocCall() {}

    public abstract int call(int old, int oldBytes, int alignment, int bytes);

    @Override
    public long[] apply(long[] args) {
        return new long[] {Integer.toUnsignedLong(call((int) args[0], (int) args[1], (int) args[2], (int) args[3]))};
    }

    @Override
    public long raw(long old, long oldBytes, long alignment, long bytes) {
        return call((int) old, (int) oldBytes, (int) alignment, (int) bytes);
    }
}
