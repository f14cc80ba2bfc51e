package dev.belay.runtime.internal.jit;

/** Instructions on vectors as a whole, and between lanes of different widths. Widths are of what is taken. */
public final class Vectors {
    private static final int BYTES = 16;

    private Vectors() {}

    public static V128 not(V128 a) {
        return new V128(~a.low(), ~a.high());
    }

    public static V128 and(V128 a, V128 b) {
        return new V128(a.low() & b.low(), a.high() & b.high());
    }

    public static V128 andnot(V128 a, V128 b) {
        return new V128(a.low() & ~b.low(), a.high() & ~b.high());
    }

    public static V128 or(V128 a, V128 b) {
        return new V128(a.low() | b.low(), a.high() | b.high());
    }

    public static V128 xor(V128 a, V128 b) {
        return new V128(a.low() ^ b.low(), a.high() ^ b.high());
    }

    public static V128 bitselect(V128 a, V128 b, V128 mask) {
        return or(and(a, mask), andnot(b, mask));
    }

    public static int anyTrue(V128 a) {
        return (a.low() | a.high()) != 0 ? 1 : 0;
    }

    /** Bytes of both, by their places. */
    public static V128 shuffle(V128 a, V128 b, long low, long high) {
        V128 places = new V128(low, high);
        return Lanes.make(Byte.SIZE, i -> {
            int place = (int) Lanes.unsigned(places, Byte.SIZE, i);
            return Lanes.unsigned(place < BYTES ? a : b, Byte.SIZE, place % BYTES);
        });
    }

    public static V128 swizzle(V128 a, V128 places) {
        return Lanes.make(Byte.SIZE, i -> {
            int place = (int) Lanes.unsigned(places, Byte.SIZE, i);
            return place < BYTES ? Lanes.unsigned(a, Byte.SIZE, place) : 0;
        });
    }

    public static V128 extend(V128 a, int width, boolean high, boolean signed) {
        int first = high ? Lanes.count(width) / 2 : 0;
        return Lanes.make(2 * width, i -> Lanes.get(a, width, first + i, signed));
    }

    public static V128 extmul(V128 a, V128 b, int width, boolean high, boolean signed) {
        int first = high ? Lanes.count(width) / 2 : 0;
        return Lanes.make(
                2 * width, i -> Lanes.get(a, width, first + i, signed) * Lanes.get(b, width, first + i, signed));
    }

    public static V128 extadd(V128 a, int width, boolean signed) {
        return Lanes.make(
                2 * width, i -> Lanes.get(a, width, 2 * i, signed) + Lanes.get(a, width, 2 * i + 1, signed));
    }

    /** The lanes of both, with half the width: the nearest numbers with or without a sign. */
    public static V128 narrow(V128 a, V128 b, int width, boolean signed) {
        int count = Lanes.count(width);
        int to = width / 2;
        long max = (1L << (signed ? to - 1 : to)) - 1;
        long min = signed ? -max - 1 : 0;
        return Lanes.make(to, i -> {
            long value = Lanes.signed(i < count ? a : b, width, i % count);
            return Math.max(min, Math.min(max, value));
        });
    }

    public static V128 dot(V128 a, V128 b, int width) {
        return Lanes.make(
                2 * width,
                i -> Lanes.signed(a, width, 2 * i) * Lanes.signed(b, width, 2 * i)
                        + Lanes.signed(a, width, 2 * i + 1) * Lanes.signed(b, width, 2 * i + 1));
    }
}
