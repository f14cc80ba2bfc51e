package dev.belay.runtime.internal.typed;

import org.jspecify.annotations.Nullable;

/** Core values with references among them: raw bits and, at the same places, references. A v128 takes two places. */
public final class Values {
    /** Of a function that gives nothing. */
    public static final Values NONE = of(new long[0]);

    private final long[] bits;
    private final @Nullable Object[] references;

    /** Keeps the arrays, which are as long as each other. */
    public Values(long[] bits, @Nullable Object[] references) {
        this.bits = bits;
        this.references = references;
    }

    /** Values of which the references are null. */
    public static Values of(long[] bits) {
        return new Values(bits, new @Nullable Object[bits.length]);
    }

    public long[] bits() {
        return bits;
    }

    public @Nullable Object[] references() {
        return references;
    }
}
