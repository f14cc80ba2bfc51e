package dev.belay.runtime.internal.jit;

import java.util.function.IntToLongFunction;

/** The lanes of vectors: whole numbers of some width in bits, the first lane lowest. */
final class Lanes {
    private Lanes() {}

    static int count(int width) {
        return 2 * Long.SIZE / width;
    }

    /** A lane with its sign. */
    static long signed(V128 vector, int width, int lane) {
        int inHalf = Long.SIZE / width;
        long half = lane < inHalf ? vector.low() : vector.high();
        return half << Long.SIZE - width - lane % inHalf * width >> Long.SIZE - width;
    }

    static long unsigned(V128 vector, int width, int lane) {
        int inHalf = Long.SIZE / width;
        long half = lane < inHalf ? vector.low() : vector.high();
        return half << Long.SIZE - width - lane % inHalf * width >>> Long.SIZE - width;
    }

    static long get(V128 vector, int width, int lane, boolean signed) {
        return signed ? signed(vector, width, lane) : unsigned(vector, width, lane);
    }

    /** The vector whose lanes are the low bits of what a function gives for them. */
    static V128 make(int width, IntToLongFunction lanes) {
        int inHalf = Long.SIZE / width;
        return new V128(half(width, 0, lanes), half(width, inHalf, lanes));
    }

    private static long half(int width, int first, IntToLongFunction lanes) {
        long mask = -1L >>> Long.SIZE - width;
        long half = 0;
        for (int i = 0; i < Long.SIZE / width; i++) {
            half |= (lanes.applyAsLong(first + i) & mask) << i * width;
        }
        return half;
    }

    static V128 replace(V128 vector, int width, int lane, long value) {
        int inHalf = Long.SIZE / width;
        int shift = lane % inHalf * width;
        long mask = -1L >>> Long.SIZE - width << shift;
        long bits = value << shift & mask;
        return lane < inHalf
                ? new V128(vector.low() & ~mask | bits, vector.high())
                : new V128(vector.low(), vector.high() & ~mask | bits);
    }
}
