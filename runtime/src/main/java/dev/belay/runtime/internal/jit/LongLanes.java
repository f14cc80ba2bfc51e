package dev.belay.runtime.internal.jit;

/** Instructions on lanes of 64 bits. */
public final class LongLanes {
    private LongLanes() {}

    private static long truth(boolean value) {
        return value ? -1 : 0;
    }

    public static V128 add(V128 a, V128 b) {
        return new V128(a.low() + b.low(), a.high() + b.high());
    }

    public static V128 sub(V128 a, V128 b) {
        return new V128(a.low() - b.low(), a.high() - b.high());
    }

    public static V128 mul(V128 a, V128 b) {
        return new V128(a.low() * b.low(), a.high() * b.high());
    }

    public static V128 eq(V128 a, V128 b) {
        return new V128(truth(a.low() == b.low()), truth(a.high() == b.high()));
    }

    public static V128 ne(V128 a, V128 b) {
        return new V128(truth(a.low() != b.low()), truth(a.high() != b.high()));
    }

    public static V128 ltS(V128 a, V128 b) {
        return new V128(truth(a.low() < b.low()), truth(a.high() < b.high()));
    }

    public static V128 gtS(V128 a, V128 b) {
        return ltS(b, a);
    }

    public static V128 leS(V128 a, V128 b) {
        return new V128(truth(a.low() <= b.low()), truth(a.high() <= b.high()));
    }

    public static V128 geS(V128 a, V128 b) {
        return leS(b, a);
    }

    public static V128 abs(V128 a) {
        return new V128(Math.abs(a.low()), Math.abs(a.high()));
    }

    public static V128 neg(V128 a) {
        return new V128(-a.low(), -a.high());
    }

    public static V128 shl(V128 a, int by) {
        return new V128(a.low() << by, a.high() << by);
    }

    public static V128 shrS(V128 a, int by) {
        return new V128(a.low() >> by, a.high() >> by);
    }

    public static V128 shrU(V128 a, int by) {
        return new V128(a.low() >>> by, a.high() >>> by);
    }

    public static int allTrue(V128 a) {
        return a.low() != 0 && a.high() != 0 ? 1 : 0;
    }

    public static int bitmask(V128 a) {
        return (int) (a.low() >>> 63 | a.high() >>> 63 << 1);
    }

    public static V128 splat(long value) {
        return new V128(value, value);
    }

    public static long extractLane(V128 a, int lane) {
        return lane == 0 ? a.low() : a.high();
    }

    public static V128 replaceLane(V128 a, long value, int lane) {
        return lane == 0 ? new V128(value, a.high()) : new V128(a.low(), value);
    }
}
