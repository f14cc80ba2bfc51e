package dev.belay.runtime.internal.jit;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** Instructions on lanes of 8, 16 and 32 bits. The width comes last. */
public final class IntLanes {
    private IntLanes() {}

    private static V128 map(V128 a, V128 b, int width, IntBinaryOperator each) {
        return new V128(half(a.low(), b.low(), width, each), half(a.high(), b.high(), width, each));
    }

    /** Lanes come with their signs; of what is given for them, the low bits count. */
    private static long half(long a, long b, int width, IntBinaryOperator each) {
        long mask = -1L >>> Long.SIZE - width;
        long half = 0;
        for (int shift = 0; shift < Long.SIZE; shift += width) {
            int left = Long.SIZE - width - shift;
            int x = (int) (a << left >> Long.SIZE - width);
            int y = (int) (b << left >> Long.SIZE - width);
            half |= (each.applyAsInt(x, y) & mask) << shift;
        }
        return half;
    }

    private static V128 map(V128 a, int width, IntUnaryOperator each) {
        return map(a, a, width, (x, _) -> each.applyAsInt(x));
    }

    private static int mask(int width) {
        return -1 >>> Integer.SIZE - width;
    }

    private static int saturate(int value, int width) {
        int max = mask(width - 1);
        return Math.max(-max - 1, Math.min(max, value));
    }

    private static int truth(boolean value) {
        return value ? -1 : 0;
    }

    private static boolean below(int x, int y) {
        // signs keep the order of unsigned numbers
        return Integer.compareUnsigned(x, y) < 0;
    }

    public static V128 add(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> x + y);
    }

    public static V128 sub(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> x - y);
    }

    public static V128 mul(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> x * y);
    }

    public static V128 minS(V128 a, V128 b, int width) {
        return map(a, b, width, Math::min);
    }

    public static V128 minU(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> below(x, y) ? x : y);
    }

    public static V128 maxS(V128 a, V128 b, int width) {
        return map(a, b, width, Math::max);
    }

    public static V128 maxU(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> below(x, y) ? y : x);
    }

    public static V128 addSatS(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> saturate(x + y, width));
    }

    public static V128 addSatU(V128 a, V128 b, int width) {
        int mask = mask(width);
        return map(a, b, width, (x, y) -> Math.min(mask, (x & mask) + (y & mask)));
    }

    public static V128 subSatS(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> saturate(x - y, width));
    }

    public static V128 subSatU(V128 a, V128 b, int width) {
        int mask = mask(width);
        return map(a, b, width, (x, y) -> Math.max(0, (x & mask) - (y & mask)));
    }

    public static V128 avgrU(V128 a, V128 b, int width) {
        int mask = mask(width);
        return map(a, b, width, (x, y) -> (x & mask) + (y & mask) + 1 >>> 1);
    }

    /** Of numbers with fifteen bits after the point. */
    public static V128 q15mulrSatS(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> saturate(x * y + (1 << 14) >> 15, width));
    }

    public static V128 eq(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> truth(x == y));
    }

    public static V128 ne(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> truth(x != y));
    }

    public static V128 ltS(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> truth(x < y));
    }

    public static V128 ltU(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> truth(below(x, y)));
    }

    public static V128 gtS(V128 a, V128 b, int width) {
        return ltS(b, a, width);
    }

    public static V128 gtU(V128 a, V128 b, int width) {
        return ltU(b, a, width);
    }

    public static V128 leS(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> truth(x <= y));
    }

    public static V128 leU(V128 a, V128 b, int width) {
        return map(a, b, width, (x, y) -> truth(!below(y, x)));
    }

    public static V128 geS(V128 a, V128 b, int width) {
        return leS(b, a, width);
    }

    public static V128 geU(V128 a, V128 b, int width) {
        return leU(b, a, width);
    }

    public static V128 abs(V128 a, int width) {
        return map(a, width, x -> x < 0 ? -x : x);
    }

    public static V128 neg(V128 a, int width) {
        return map(a, width, x -> -x);
    }

    public static V128 popcnt(V128 a, int width) {
        return map(a, width, x -> Integer.bitCount(x & mask(width)));
    }

    public static V128 shl(V128 a, int by, int width) {
        int bits = by & width - 1;
        return map(a, width, x -> x << bits);
    }

    public static V128 shrS(V128 a, int by, int width) {
        int bits = by & width - 1;
        return map(a, width, x -> x >> bits);
    }

    public static V128 shrU(V128 a, int by, int width) {
        int bits = by & width - 1;
        return map(a, width, x -> (x & mask(width)) >>> bits);
    }

    public static int allTrue(V128 a, int width) {
        for (int i = 0; i < Lanes.count(width); i++) {
            if (Lanes.signed(a, width, i) == 0) {
                return 0;
            }
        }
        return 1;
    }

    public static int bitmask(V128 a, int width) {
        int bits = 0;
        for (int i = 0; i < Lanes.count(width); i++) {
            bits |= (Lanes.signed(a, width, i) < 0 ? 1 : 0) << i;
        }
        return bits;
    }

    public static V128 splat(int value, int width) {
        long half = 0;
        for (int shift = 0; shift < Long.SIZE; shift += width) {
            half |= (value & -1L >>> Long.SIZE - width) << shift;
        }
        return new V128(half, half);
    }

    public static int extractLaneS(V128 a, int lane, int width) {
        return (int) Lanes.signed(a, width, lane);
    }

    public static int extractLaneU(V128 a, int lane, int width) {
        return (int) Lanes.unsigned(a, width, lane);
    }

    public static int extractLane(V128 a, int lane, int width) {
        return extractLaneS(a, lane, width);
    }

    public static V128 replaceLane(V128 a, int value, int lane, int width) {
        return Lanes.replace(a, width, lane, value);
    }
}
