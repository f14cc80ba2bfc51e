package dev.belay.runtime.internal.jit;

/** Instructions on lanes that are doubles. */
public final class DoubleLanes {
    private DoubleLanes() {}

    private interface Binary {
        double of(double x, double y);
    }

    private interface Unary {
        double of(double x);
    }

    private interface Test {
        boolean of(double x, double y);
    }

    private static double lane(V128 vector, int lane) {
        return Double.longBitsToDouble(lane == 0 ? vector.low() : vector.high());
    }

    private static V128 make(double low, double high) {
        return new V128(Double.doubleToRawLongBits(low), Double.doubleToRawLongBits(high));
    }

    private static V128 map(V128 a, V128 b, Binary each) {
        return make(each.of(lane(a, 0), lane(b, 0)), each.of(lane(a, 1), lane(b, 1)));
    }

    private static V128 map(V128 a, Unary each) {
        return make(each.of(lane(a, 0)), each.of(lane(a, 1)));
    }

    private static V128 test(V128 a, V128 b, Test each) {
        return new V128(each.of(lane(a, 0), lane(b, 0)) ? -1 : 0, each.of(lane(a, 1), lane(b, 1)) ? -1 : 0);
    }

    public static V128 add(V128 a, V128 b) {
        return map(a, b, (x, y) -> x + y);
    }

    public static V128 sub(V128 a, V128 b) {
        return map(a, b, (x, y) -> x - y);
    }

    public static V128 mul(V128 a, V128 b) {
        return map(a, b, (x, y) -> x * y);
    }

    public static V128 div(V128 a, V128 b) {
        return map(a, b, (x, y) -> x / y);
    }

    public static V128 min(V128 a, V128 b) {
        return map(a, b, Numeric::min);
    }

    public static V128 max(V128 a, V128 b) {
        return map(a, b, Numeric::max);
    }

    public static V128 pmin(V128 a, V128 b) {
        return map(a, b, (x, y) -> y < x ? y : x);
    }

    public static V128 pmax(V128 a, V128 b) {
        return map(a, b, (x, y) -> x < y ? y : x);
    }

    public static V128 eq(V128 a, V128 b) {
        return test(a, b, (x, y) -> x == y);
    }

    public static V128 ne(V128 a, V128 b) {
        return test(a, b, (x, y) -> x != y);
    }

    public static V128 lt(V128 a, V128 b) {
        return test(a, b, (x, y) -> x < y);
    }

    public static V128 gt(V128 a, V128 b) {
        return test(a, b, (x, y) -> x > y);
    }

    public static V128 le(V128 a, V128 b) {
        return test(a, b, (x, y) -> x <= y);
    }

    public static V128 ge(V128 a, V128 b) {
        return test(a, b, (x, y) -> x >= y);
    }

    public static V128 abs(V128 a) {
        return map(a, Numeric::abs);
    }

    public static V128 neg(V128 a) {
        return map(a, Numeric::neg);
    }

    public static V128 sqrt(V128 a) {
        return map(a, Math::sqrt);
    }

    public static V128 ceil(V128 a) {
        return map(a, Numeric::ceil);
    }

    public static V128 floor(V128 a) {
        return map(a, Numeric::floor);
    }

    public static V128 trunc(V128 a) {
        return map(a, Numeric::trunc);
    }

    public static V128 nearest(V128 a) {
        return map(a, Numeric::nearest);
    }

    public static V128 splat(double value) {
        return make(value, value);
    }

    public static double extractLane(V128 a, int lane) {
        return lane(a, lane);
    }

    public static V128 replaceLane(V128 a, double value, int lane) {
        return LongLanes.replaceLane(a, Double.doubleToRawLongBits(value), lane);
    }

    public static V128 convertLowI32x4S(V128 a) {
        return make((int) a.low(), (int) (a.low() >> Integer.SIZE));
    }

    public static V128 convertLowI32x4U(V128 a) {
        return make(Integer.toUnsignedLong((int) a.low()), a.low() >>> Integer.SIZE);
    }

    public static V128 promoteLowF32x4(V128 a) {
        return make(FloatLanes.extractLane(a, 0), FloatLanes.extractLane(a, 1));
    }

    /** Whole numbers of 32 bits, and zeros after them. */
    public static V128 truncSatS(V128 a) {
        return Lanes.make(Integer.SIZE, i -> i > 1 ? 0 : (int) lane(a, i));
    }

    public static V128 truncSatU(V128 a) {
        return Lanes.make(Integer.SIZE, i -> i > 1 ? 0 : Numeric.i32TruncSatU(lane(a, i)));
    }
}
