package dev.belay.runtime.wave;

import dev.belay.component.model.Primitive;
import java.math.BigInteger;

/** The values of an integer type, both ends included. */
record IntegerRange(BigInteger least, BigInteger most) {
    static IntegerRange of(Primitive type) {
        return switch (type) {
            case S8 -> signed(8);
            case U8 -> unsigned(8);
            case S16 -> signed(16);
            case U16 -> unsigned(16);
            case S32 -> signed(32);
            case U32 -> unsigned(32);
            case S64 -> signed(64);
            case U64 -> unsigned(64);
            default -> throw new IllegalArgumentException(type.text() + " is no integer type");
        };
    }

    boolean holds(BigInteger value) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static IntegerRange signed(int bits) {
        var half = BigInteger.ONE.shiftLeft(bits - 1);
        return new IntegerRange(half.negate(), half.subtract(BigInteger.ONE));
    }

    private static IntegerRange unsigned(int bits) {
        return new IntegerRange(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }
}
