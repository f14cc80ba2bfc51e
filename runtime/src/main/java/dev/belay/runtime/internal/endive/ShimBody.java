package dev.belay.runtime.internal.endive;

import java.util.OptionalInt;

/** The bytes of a valid function body, looked at for whether it does nothing but to call by a table. */
final class ShimBody {
    private static final int LOCAL_GET = 0x20;
    private static final int I32_CONST = 0x41;
    private static final int CALL_INDIRECT = 0x11;
    private static final int END = 0x0b;
    private static final int MORE = 0x80;
    /** The sign of the last byte of signed LEB128. */
    private static final int SIGN = 0x40;

    private final byte[] bytes;
    private int at;

    /** @param bytes with their number before them */
    ShimBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The element that is called with the function's own parameters in their order.
     *
     * @param type of the function, which is also to be that of the call
     */
    OptionalInt element(int type, int params) {
        unsigned();
        boolean passes = unsigned() == 0; // no more locals
        for (int i = 0; passes && i < params; i++) {
            passes = next() == LOCAL_GET && unsigned() == i;
        }
        if (!passes || next() != I32_CONST) {
            return OptionalInt.empty();
        }
        int start = at;
        int element = unsigned();
        boolean positive = (bytes[at - 1] & SIGN) == 0 && at - start < 5;
        boolean calls = next() == CALL_INDIRECT && unsigned() == type && unsigned() == 0;
        return positive && calls && next() == END && at == bytes.length ? OptionalInt.of(element) : OptionalInt.empty();
    }

    private int next() {
        return at < bytes.length ? bytes[at++] & 0xff : -1;
    }

    private int unsigned() {
        int value = 0;
        for (int shift = 0; at < bytes.length; shift += 7) {
            int b = next();
            value |= (b & ~MORE) << shift;
            if ((b & MORE) == 0) {
                break;
            }
        }
        return value;
    }
}
