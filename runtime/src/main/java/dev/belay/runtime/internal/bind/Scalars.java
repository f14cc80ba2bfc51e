package dev.belay.runtime.internal.bind;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.PrimitiveAbi;

/** Numbers on their way between Java and a component: what written classes call where the one has fewer than the other. */
public final class Scalars {
    private Scalars() {}

    /** A Java number for a component's type. */
    public static long within(long number, long min, long max, String type) {
        if (number < min || number > max) {
            throw new IllegalArgumentException(
                    "expected " + type + ", a number from " + min + " to " + max + ", found " + number);
        }
        return number;
    }

    /** A code point that Java gives. */
    public static long scalar(int code) {
        if (!Character.isValidCodePoint(code) || code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException("expected a Unicode scalar value, found 0x" + Integer.toHexString(code));
        }
        return code;
    }

    /** A code point that a guest gives. */
    public static int character(long bits) {
        return PrimitiveAbi.character((int) bits);
    }

    public static boolean truth(long bits) {
        return (int) bits != 0;
    }

    /** A component's number for a Java type. */
    public static int toInt(long number) {
        return (int) narrowed(number, (int) number, "int");
    }

    public static short toShort(long number) {
        return (short) narrowed(number, (short) number, "short");
    }

    public static byte toByte(long number) {
        return (byte) narrowed(number, (byte) number, "byte");
    }

    private static long narrowed(long number, long narrow, String type) {
        if (number != narrow) {
            throw new IllegalArgumentException("expected a Java type that holds " + number + ", found " + type);
        }
        return number;
    }

    public static float float32(long bits) {
        return Float.intBitsToFloat(PrimitiveAbi.canonical((int) bits));
    }

    public static double float64(long bits) {
        return Double.longBitsToDouble(PrimitiveAbi.canonical(bits));
    }

    public static long bits(float number) {
        return Integer.toUnsignedLong(Float.floatToIntBits(number));
    }

    public static long bits(double number) {
        return Double.doubleToLongBits(number);
    }

    /** A case that a guest gives. */
    public static int index(int index, int cases) {
        if (Integer.compareUnsigned(index, cases) >= 0) {
            throw Trap.of(
                    Trap.Kind.INVALID_DISCRIMINANT, Integer.toUnsignedString(index) + " of " + cases + " cases");
        }
        return index;
    }

    /** A value that Java gives and that is no case of the type. */
    public static RuntimeException noCase(Object value) {
        return new IllegalArgumentException(
                "expected a case of the component's type, found " + value.getClass().getName() + " " + value);
    }
}
