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
        int last = length - 8;
        if (last > 8) {
            copyLongs(from, source, to, target, last);
        } else if (last >= 0) {
            // up to 16 bytes, without a loop: the second eight may lie over the first
            long first = (long) LONG.get(from, source);
            long second = (long) LONG.get(from, source + last);
            LONG.set(to, target, first);
            LONG.set(to, target + last, second);
        } else if (length >= 4) {
            int first = (int) INT.get(from, source);
            int second = (int) INT.get(from, source + length - 4);
            INT.set(to, target, first);
            INT.set(to, target + length - 4, second);
        } else if (length > 0) {
            // the first, the middle and the last of at most three
            byte first = from[source];
            byte second = from[source + (length >> 1)];
            byte third = from[source + length - 1];
            to[target] = first;
            to[target + (length >> 1)] = second;
            to[target + length - 1] = third;
        }
    }

    private static void copyLongs(byte[] from, int source, byte[] to, int target, int last) {
        for (int at = 0; at < last; at += 8) {
            LONG.set(to, target + at, (long) LONG.get(from, source + at));
        }
        LONG.set(to, target + last, (long) LONG.get(from, source + last));
    }

    static int getInt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long getLong(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }
}
