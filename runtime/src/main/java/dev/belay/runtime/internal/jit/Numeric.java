package dev.belay.runtime.internal.jit;

import dev.belay.runtime.Trap;

/** The numeric instructions that the JVM has no equal of ("Numerics" of the core specification). */
public final class Numeric {
    private static final double TWO_31 = 0x1p31;
    private static final double TWO_32 = 0x1p32;
    private static final double TWO_63 = 0x1p63;
    private static final double TWO_64 = 0x1p64;

    private Numeric() {}

    public static int divS(int a, int b) {
        if (b == 0) {
            throw new Trap(Trap.Kind.INTEGER_DIVIDE_BY_ZERO);
        }
        if (a == Integer.MIN_VALUE && b == -1) {
            throw new Trap(Trap.Kind.INTEGER_OVERFLOW);
        }
        return a / b;
    }

    public static int divU(int a, int b) {
        if (b == 0) {
            throw new Trap(Trap.Kind.INTEGER_DIVIDE_BY_ZERO);
        }
        return Integer.divideUnsigned(a, b);
    }

    public static int remS(int a, int b) {
        if (b == 0) {
            throw new Trap(Trap.Kind.INTEGER_DIVIDE_BY_ZERO);
        }
        return a % b;
    }

    public static int remU(int a, int b) {
        if (b == 0) {
            throw new Trap(Trap.Kind.INTEGER_DIVIDE_BY_ZERO);
        }
        return Integer.remainderUnsigned(a, b);
    }

    public static long divS(long a, long b) {
        if (b == 0) {
            throw new Trap(Trap.Kind.INTEGER_DIVIDE_BY_ZERO);
        }
        if (a == Long.MIN_VALUE && b == -1) {
            throw new Trap(Trap.Kind.INTEGER_OVERFLOW);
        }
        return a / b;
    }

    public static long divU(long a, long b) {
        if (b == 0) {
            throw new Trap(Trap.Kind.INTEGER_DIVIDE_BY_ZERO);
        }
        return Long.divideUnsigned(a, b);
    }

    public static long remS(long a, long b) {
        if (b == 0) {
            throw new Trap(Trap.Kind.INTEGER_DIVIDE_BY_ZERO);
        }
        return a % b;
    }

    public static long remU(long a, long b) {
        if (b == 0) {
            throw new Trap(Trap.Kind.INTEGER_DIVIDE_BY_ZERO);
        }
        return Long.remainderUnsigned(a, b);
    }

    public static long rotl(long value, long by) {
        return Long.rotateLeft(value, (int) by);
    }

    public static long rotr(long value, long by) {
        return Long.rotateRight(value, (int) by);
    }

    public static long clz(long value) {
        return Long.numberOfLeadingZeros(value);
    }

    public static long ctz(long value) {
        return Long.numberOfTrailingZeros(value);
    }

    public static long popcnt(long value) {
        return Long.bitCount(value);
    }

    public static float abs(float value) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) & Integer.MAX_VALUE);
    }

    public static double abs(double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & Long.MAX_VALUE);
    }

    public static float neg(float value) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ Integer.MIN_VALUE);
    }

    public static double neg(double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ Long.MIN_VALUE);
    }

    public static float copysign(float value, float sign) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) & Integer.MAX_VALUE
                | Float.floatToRawIntBits(sign) & Integer.MIN_VALUE);
    }

    public static double copysign(double value, double sign) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & Long.MAX_VALUE
                | Double.doubleToRawLongBits(sign) & Long.MIN_VALUE);
    }

    // A signalling NaN has to come out as a quiet one, which the library does not promise.

    public static float min(float a, float b) {
        return a != a || b != b ? Float.NaN : Math.min(a, b);
    }

    public static float max(float a, float b) {
        return a != a || b != b ? Float.NaN : Math.max(a, b);
    }

    public static double min(double a, double b) {
        return a != a || b != b ? Double.NaN : Math.min(a, b);
    }

    public static double max(double a, double b) {
        return a != a || b != b ? Double.NaN : Math.max(a, b);
    }

    public static float ceil(float value) {
        return value != value ? Float.NaN : (float) Math.ceil(value);
    }

    public static double ceil(double value) {
        return value != value ? Double.NaN : Math.ceil(value);
    }

    public static float floor(float value) {
        return value != value ? Float.NaN : (float) Math.floor(value);
    }

    public static double floor(double value) {
        return value != value ? Double.NaN : Math.floor(value);
    }

    public static float trunc(float value) {
        return value != value ? Float.NaN : (float) (value < 0 ? Math.ceil(value) : Math.floor(value));
    }

    public static double trunc(double value) {
        return value != value ? Double.NaN : value < 0 ? Math.ceil(value) : Math.floor(value);
    }

    public static float nearest(float value) {
        return value != value ? Float.NaN : (float) Math.rint(value);
    }

    public static double nearest(double value) {
        return value != value ? Double.NaN : Math.rint(value);
    }

    public static float sqrt(float value) {
        return (float) Math.sqrt(value);
    }

    public static float f32ConvertU(int value) {
        return Integer.toUnsignedLong(value);
    }

    public static double f64ConvertU(int value) {
        return Integer.toUnsignedLong(value);
    }

    /** Halved with its lowest bit kept for rounding, since the JVM has signed conversions only. */
    public static float f32ConvertU(long value) {
        return value >= 0 ? value : (float) (value >>> 1 | value & 1) * 2;
    }

    public static double f64ConvertU(long value) {
        return value >= 0 ? value : (double) (value >>> 1 | value & 1) * 2;
    }

    public static int i32TruncS(double value) {
        check(value, -TWO_31 - 1, TWO_31);
        return (int) value;
    }

    public static int i32TruncU(double value) {
        check(value, -1, TWO_32);
        return (int) (long) value;
    }

    /** A float below the least long is less than it by far more than one, so that the bound itself can be excluded. */
    public static long i64TruncS(double value) {
        check(value, Math.nextDown(-TWO_63), TWO_63);
        return (long) value;
    }

    public static long i64TruncU(double value) {
        check(value, -1, TWO_64);
        return unsigned(value);
    }

    private static void check(double value, double above, double below) {
        if (value != value) {
            throw new Trap(Trap.Kind.INVALID_CONVERSION);
        }
        if (value <= above || value >= below) {
            throw new Trap(Trap.Kind.INTEGER_OVERFLOW);
        }
    }

    private static long unsigned(double value) {
        return value < TWO_63 ? (long) value : (long) (value - TWO_63) + Long.MIN_VALUE;
    }

    public static int i32TruncSatU(double value) {
        return value >= TWO_32 ? -1 : value > 0 ? (int) (long) value : 0;
    }

    public static long i64TruncSatU(double value) {
        return value >= TWO_64 ? -1 : value > 0 ? unsigned(value) : 0;
    }
}
