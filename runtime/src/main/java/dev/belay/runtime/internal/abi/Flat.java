package dev.belay.runtime.internal.abi;

/**
 * A row of core values, read or written from the left. Each is raw bits: those of 32 bits are in the low half, the high
 * half being zero, so that the joined types of a variant's payloads need no conversion.
 */
public final class Flat {
    private final long[] values;
    private int next;

    private Flat(long[] values) {
        this.values = values;
    }

    public static Flat reading(long[] values) {
        return new Flat(values);
    }

    public static Flat writing(int size) {
        return new Flat(new long[size]);
    }

    public long[] values() {
        return values;
    }

    int nextInt() {
        return (int) values[next++];
    }

    long nextLong() {
        return values[next++];
    }

    void putInt(int value) {
        values[next++] = Integer.toUnsignedLong(value);
    }

    void putLong(long value) {
        values[next++] = value;
    }

    int position() {
        return next;
    }

    /** Goes on at {@code position}; what is skipped stays as it is (zero when writing). */
    void moveTo(int position) {
        next = position;
    }
}
