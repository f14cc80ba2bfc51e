package dev.belay.runtime.internal.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Copies of few bytes, mostly within one array on either side: what a call passes. */
public final class Spans {
    /** From here on the JVM's own copying is faster than a loop. */
    private static final int LONG_RANGE = 64;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Spans() {}

    /** Copies between two memories. Both ranges are in bounds. */
    public static void copy(LinearMemory from, int source, LinearMemory to, int target, int length) {
        // the target first: if it is the source's piece as well, it must be the copy that is read
        byte[] there = from == to || length > LONG_RANGE ? null : to.writable(target, length);
        byte[] here = there == null ? null : from.readable(source, length);
        if (here == null || there == null) {
            LinearMemory.copy(from, source, to, target, length);
        } else {
            copy(here, from.within(source), there, to.within(target), length);
        }
    }

    private static void copy(byte[] from, int source, byte[] to, int target, int length) {
        int end = length - 8;
        if (end >= 0) {
            for (int at = 0; at < end; at += 8) {
                LONG.set(to, target + at, (long) LONG.get(from, source + at));
            }
            LONG.set(to, target + end, (long) LONG.get(from, source + end));
        } else if (length >= 4) {
            INT.set(to, target, (int) INT.get(from, source));
            INT.set(to, target + length - 4, (int) INT.get(from, source + length - 4));
        } else {
            for (int at = 0; at < length; at++) {
                to[target + at] = from[source + at];
            }
        }
    }

    static long getLong(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }
}
