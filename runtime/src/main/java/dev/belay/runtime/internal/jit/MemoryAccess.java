package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.memory.LinearMemory;

/** Loads and stores. The operands come first, as they lie on the stack, then the memory and the constant offset. */
public final class MemoryAccess {
    private MemoryAccess() {}

    /**
     * The address. Memories end below 2 GiB, so that with a base from there on the sum, which may have wrapped around, must
     * not be used: the sign of the base makes all bits of the address ones, which lies outside of every memory.
     */
    private static int address(int base, int offset) {
        return offset == 0 ? base : base + offset | base >> 31 | offset >> 31;
    }

    public static int load8s(int base, LinearMemory memory, int offset) {
        return memory.readByte(address(base, offset));
    }

    public static int load8u(int base, LinearMemory memory, int offset) {
        return memory.readByte(address(base, offset)) & 0xff;
    }

    public static int load16s(int base, LinearMemory memory, int offset) {
        return memory.readShort(address(base, offset));
    }

    public static int load16u(int base, LinearMemory memory, int offset) {
        return memory.readShort(address(base, offset)) & 0xffff;
    }

    public static int load32(int base, LinearMemory memory, int offset) {
        return memory.readInt(address(base, offset));
    }

    public static long load64(int base, LinearMemory memory, int offset) {
        return memory.readLong(address(base, offset));
    }

    public static long load8s64(int base, LinearMemory memory, int offset) {
        return load8s(base, memory, offset);
    }

    public static long load8u64(int base, LinearMemory memory, int offset) {
        return load8u(base, memory, offset);
    }

    public static long load16s64(int base, LinearMemory memory, int offset) {
        return load16s(base, memory, offset);
    }

    public static long load16u64(int base, LinearMemory memory, int offset) {
        return load16u(base, memory, offset);
    }

    public static long load32s64(int base, LinearMemory memory, int offset) {
        return load32(base, memory, offset);
    }

    public static long load32u64(int base, LinearMemory memory, int offset) {
        return Integer.toUnsignedLong(load32(base, memory, offset));
    }

    public static float loadFloat(int base, LinearMemory memory, int offset) {
        return Float.intBitsToFloat(load32(base, memory, offset));
    }

    public static double loadDouble(int base, LinearMemory memory, int offset) {
        return Double.longBitsToDouble(load64(base, memory, offset));
    }

    public static void store8(int base, int value, LinearMemory memory, int offset) {
        memory.writeByte(address(base, offset), (byte) value);
    }

    public static void store16(int base, int value, LinearMemory memory, int offset) {
        memory.writeShort(address(base, offset), (short) value);
    }

    public static void store32(int base, int value, LinearMemory memory, int offset) {
        memory.writeInt(address(base, offset), value);
    }

    public static void store64(int base, long value, LinearMemory memory, int offset) {
        memory.writeLong(address(base, offset), value);
    }

    public static void store8(int base, long value, LinearMemory memory, int offset) {
        store8(base, (int) value, memory, offset);
    }

    public static void store16(int base, long value, LinearMemory memory, int offset) {
        store16(base, (int) value, memory, offset);
    }

    public static void store32(int base, long value, LinearMemory memory, int offset) {
        store32(base, (int) value, memory, offset);
    }

    public static void storeFloat(int base, float value, LinearMemory memory, int offset) {
        store32(base, Float.floatToRawIntBits(value), memory, offset);
    }

    public static void storeDouble(int base, double value, LinearMemory memory, int offset) {
        store64(base, Double.doubleToRawLongBits(value), memory, offset);
    }
}
