package dev.belay.runtime.internal.jit;

import java.io.ByteArrayOutputStream;

/** Writes unsigned LEB128, as in binaries. */
public final class Unsigned {
    private Unsigned() {}

    public static void write(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left >>> 7 != 0) {
            out.write(left & 0x7f | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }
}
