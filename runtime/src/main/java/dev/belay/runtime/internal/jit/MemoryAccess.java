package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.memory.LinearMemory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Loads and stores. The operands come first, as they lie on the stack, then the memory's array as compiled code has it in a
 * variable, the memory, for what is not in the array, and the constant offset.
 *
 * <p>Whether there is an array is asked by itself: within a loop the answer does not change. The comparison with its length
 * stands beside the one that the access itself makes: it is what keeps the way to the pieces out of exceptions.
 */
public final class MemoryAccess {
    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private MemoryAccess() {}

    /**
     * The address. Memories end below 2 GiB, so that with a base from there on the sum, which may have wrapped around, must
     * not be used: the sign of the base makes all bits of the address ones, which lies outside of every memory.
     */
    private static int address(int base, int offset) {
        return offset == 0 ? base : base + offset | base >> 31 | offset >> 31;
    }

    public static int load8s(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        int at = address(base, offset);
        if (flat == null) {
            return memory.pieceReadByte(at);
        }
        return Integer.compareUnsigned(at, flat.length) < 0 ? flat[at] : memory.readByte(at);
    }

    public static int load8u(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        return load8s(base, flat, memory, offset) & 0xff;
    }

    public static int load16s(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        int at = address(base, offset);
        if (flat == null) {
            return memory.pieceReadShort(at);
        }
        return Integer.compareUnsigned(at, flat.length - 1) < 0 ? (short) SHORT.get(flat, at) : memory.readShort(at);
    }

    public static int load16u(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        return load16s(base, flat, memory, offset) & 0xffff;
    }

    public static int load32(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        int at = address(base, offset);
        if (flat == null) {
            return memory.pieceReadInt(at);
        }
        return Integer.compareUnsigned(at, flat.length - 3) < 0 ? (int) INT.get(flat, at) : memory.readInt(at);
    }

    public static long load64(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        int at = address(base, offset);
        if (flat == null) {
            return memory.pieceReadLong(at);
        }
        return Integer.compareUnsigned(at, flat.length - 7) < 0 ? (long) LONG.get(flat, at) : memory.readLong(at);
    }

    public static long load8s64(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        return load8s(base, flat, memory, offset);
    }

    public static long load8u64(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        return load8u(base, flat, memory, offset);
    }

    public static long load16s64(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        return load16s(base, flat, memory, offset);
    }

    public static long load16u64(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        return load16u(base, flat, memory, offset);
    }

    public static long load32s64(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        return load32(base, flat, memory, offset);
    }

    public static long load32u64(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        return Integer.toUnsignedLong(load32(base, flat, memory, offset));
    }

    public static float loadFloat(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        return Float.intBitsToFloat(load32(base, flat, memory, offset));
    }

    public static double loadDouble(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        return Double.longBitsToDouble(load64(base, flat, memory, offset));
    }

    public static void store8(int base, int value, byte @Nullable [] flat, LinearMemory memory, int offset) {
        int at = address(base, offset);
        if (flat == null) {
            memory.pieceWriteByte(at, (byte) value);
        } else if (Integer.compareUnsigned(at, flat.length) < 0) {
            flat[at] = (byte) value;
        } else {
            memory.writeByte(at, (byte) value);
        }
    }

    public static void store16(int base, int value, byte @Nullable [] flat, LinearMemory memory, int offset) {
        int at = address(base, offset);
        if (flat == null) {
            memory.pieceWriteShort(at, (short) value);
        } else if (Integer.compareUnsigned(at, flat.length - 1) < 0) {
            SHORT.set(flat, at, (short) value);
        } else {
            memory.writeShort(at, (short) value);
        }
    }

    public static void store32(int base, int value, byte @Nullable [] flat, LinearMemory memory, int offset) {
        int at = address(base, offset);
        if (flat == null) {
            memory.pieceWriteInt(at, value);
        } else if (Integer.compareUnsigned(at, flat.length - 3) < 0) {
            INT.set(flat, at, value);
        } else {
            memory.writeInt(at, value);
        }
    }

    public static void store64(int base, long value, byte @Nullable [] flat, LinearMemory memory, int offset) {
        int at = address(base, offset);
        if (flat == null) {
            memory.pieceWriteLong(at, value);
        } else if (Integer.compareUnsigned(at, flat.length - 7) < 0) {
            LONG.set(flat, at, value);
        } else {
            memory.writeLong(at, value);
        }
    }

    public static void store8(int base, long value, byte @Nullable [] flat, LinearMemory memory, int offset) {
        store8(base, (int) value, flat, memory, offset);
    }

    public static void store16(int base, long value, byte @Nullable [] flat, LinearMemory memory, int offset) {
        store16(base, (int) value, flat, memory, offset);
    }

    public static void store32(int base, long value, byte @Nullable [] flat, LinearMemory memory, int offset) {
        store32(base, (int) value, flat, memory, offset);
    }

    public static void storeFloat(int base, float value, byte @Nullable [] flat, LinearMemory memory, int offset) {
        store32(base, Float.floatToRawIntBits(value), flat, memory, offset);
    }

    public static void storeDouble(int base, double value, byte @Nullable [] flat, LinearMemory memory, int offset) {
        store64(base, Double.doubleToRawLongBits(value), flat, memory, offset);
    }
}
