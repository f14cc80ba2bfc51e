package dev.belay.runtime.wave;

import dev.belay.component.model.Primitive;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Integers and floats: read from a scanner, and written. */
final class Numbers {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*+)");
    private static final Pattern FLOAT = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");
    /** More digits than any 64-bit integer has: what is longer is out of range, and not worth computing. */
    private static final int MAX_INTEGER_LENGTH = 24;
    /** An exact decimal of the smallest double has 1,075 digits; it bounds what a hostile text can make us compute. */
    private static final int MAX_FLOAT_LENGTH = 1_200;

    private Numbers() {}

    static Object readInteger(Scanner in, Primitive type) {
        in.skipSpace();
        int start = in.offset();
        String token = in.number();
        if (!INTEGER.matcher(token).matches()) {
            in.back(start);
            throw token.isEmpty() ? in.expected("a " + type.text()) : in.error("expected a " + type.text() + ", a whole "
                    + "number in base 10, found '" + shortened(token) + "'");
        }
        var range = IntegerRange.of(type);
        var value = token.length() > MAX_INTEGER_LENGTH ? null : new BigInteger(token);
        if (value == null || !range.holds(value)) {
            throw in.errorAt(start, "out of range for " + type.text() + ": expected " + range.least() + " to "
                    + range.most() + ", found " + shortened(token));
        }
        return switch (type) {
            case U32, S64, U64 -> value.longValue();
            default -> value.intValue();
        };
    }

    static Object readFloat(Scanner in, Primitive type) {
        in.skipSpace();
        int start = in.offset();
        String token = in.number();
        double special = switch (token) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
        boolean finite = token.length() <= MAX_FLOAT_LENGTH && FLOAT.matcher(token).matches();
        if (!finite && Double.isNaN(special) && !token.equals("nan")) {
            in.back(start);
            throw token.isEmpty() ? in.expected("a " + type.text()) : in.error("expected a " + type.text()
                    + " such as 1.5, 6.0e23, nan, inf or -inf, found '" + shortened(token) + "'");
        }
        if (type == Primitive.F32) {
            return finite ? (Object) Float.parseFloat(token) : (Object) (float) special;
        }
        return finite ? Double.parseDouble(token) : special;
    }

    static String writeInteger(Primitive type, Number value) {
        return type == Primitive.U64 && value instanceof Long bits
                ? Long.toUnsignedString(bits)
                : value.toString();
    }

    static String writeFloat(Primitive type, Number value) {
        double wide = value.doubleValue();
        if (Double.isNaN(wide)) {
            return "nan";
        }
        if (Double.isInfinite(wide)) {
            return wide > 0 ? "inf" : "-inf";
        }
        String text = type == Primitive.F32 ? Float.toString(value.floatValue()) : Double.toString(wide);
        return text.replace(".0E", "e").replace("E", "e").replaceFirst("\\.0$", "");
    }

    private static String shortened(String token) {
        return token.length() <= 40 ? token : token.substring(0, 40) + "…";
    }
}
