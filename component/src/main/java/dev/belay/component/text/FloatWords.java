package dev.belay.component.text;

/** Floating-point constants, exact to the bit. */
final class FloatWords {
    private static final int F32_FRACTION = 23;
    private static final int F64_FRACTION = 52;

    private FloatWords() {}

    static String of(int bits) {
        float value = Float.intBitsToFloat(bits);
        if (Float.isNaN(value)) {
            return nan(bits < 0, bits & ((1 << F32_FRACTION) - 1), 1L << F32_FRACTION - 1);
        }
        return Float.isInfinite(value) ? (bits < 0 ? "-inf" : "inf") : withReadable(Float.toHexString(value), value);
    }

    static String of(long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isNaN(value)) {
            return nan(bits < 0, bits & ((1L << F64_FRACTION) - 1), 1L << F64_FRACTION - 1);
        }
        return Double.isInfinite(value) ? (bits < 0 ? "-inf" : "inf") : withReadable(Double.toHexString(value), value);
    }

    private static String nan(boolean negative, long payload, long canonical) {
        return (negative ? "-nan" : "nan") + (payload == canonical ? "" : ":0x" + Long.toHexString(payload));
    }

    /** Hexadecimal is exact; people read the decimal. */
    private static String withReadable(String exact, Number value) {
        return exact + " (;=" + value + ";)";
    }
}
