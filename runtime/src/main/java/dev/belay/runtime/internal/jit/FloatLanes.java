package dev.belay.runtime.internal.jit;

/** Instructions on lanes that are floats. */
public final class FloatLanes {
    private FloatLanes() {}

    private interface Binary {
        float of(float x, float y);
    }

    private interface Unary {
        float of(float x);
    }

    private interface Test {
        boolean of(float x, float y);
    }

    private static float lane(V128 vector, int lane) {
        return Float.intBitsToFloat((int) Lanes.signed(vector, Float.SIZE, lane));
    }

    private static V128 map(V128 a, V128 b, Binary each) {
        return Lanes.make(Float.SIZE, i -> Float.floatToRawIntBits(each.of(lane(a, i), lane(b, i))));
    }

    private static V128 map(V128 a, Unary each) {
        return Lanes.make(Float.SIZE, i -> Float.floatToRawIntBits(each.of(lane(a, i))));
    }

    private static V128 test(V128 a, V128 b, Test each) {
        return Lanes.make(Float.SIZE, i -> each.of(lane(a, i), lane(b, i)) ? -1 : 0);
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
        return map(a, Numeric::sqrt);
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

    public static V128 splat(float value) {
        return IntLanes.splat(Float.floatToRawIntBits(value), Float.SIZE);
    }

    public static float extractLane(V128 a, int lane) {
        return lane(a, lane);
    }

    public static V128 replaceLane(V128 a, float value, int lane) {
        return Lanes.replace(a, Float.SIZE, lane, Float.floatToRawIntBits(value));
    }

    public static V128 convertI32x4S(V128 a) {
        return Lanes.make(Float.SIZE, i -> Float.floatToRawIntBits((int) Lanes.signed(a, Float.SIZE, i)));
    }

    public static V128 convertI32x4U(V128 a) {
        return Lanes.make(
                Float.SIZE, i -> Float.floatToRawIntBits(Numeric.f32ConvertU((int) Lanes.signed(a, Float.SIZE, i))));
    }

    public static V128 demoteLowF64x2Zero(V128 a) {
        return Lanes.make(
                Float.SIZE, i -> i > 1 ? 0 : Float.floatToRawIntBits((float) DoubleLanes.extractLane(a, i)));
    }

    /** Whole numbers of the lanes. */
    public static V128 truncSatS(V128 a) {
        return Lanes.make(Float.SIZE, i -> (int) lane(a, i));
    }

    public static V128 truncSatU(V128 a) {
        return Lanes.make(Float.SIZE, i -> Numeric.i32TruncSatU(lane(a, i)));
    }
}
