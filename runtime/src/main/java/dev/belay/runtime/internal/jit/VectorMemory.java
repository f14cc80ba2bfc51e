package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.memory.LinearMemory;
import org.jspecify.annotations.Nullable;

/**
 * Loads and stores of vectors. Operands are as those of {@link MemoryAccess}, which checks the addresses: an offset that is too
 * large for eight more has failed before they are added.
 */
public final class VectorMemory {
    private VectorMemory() {}

    public static V128 load(int base, byte @Nullable [] flat, LinearMemory memory, int offset) {
        long low = MemoryAccess.load64(base, flat, memory, offset);
        return new V128(low, MemoryAccess.load64(base, flat, memory, offset + Long.BYTES));
    }

    /** Both halves are there before one is written. */
    public static void store(int base, V128 value, byte @Nullable [] flat, LinearMemory memory, int offset) {
        MemoryAccess.load64(base, flat, memory, offset);
        MemoryAccess.store64(base, value.high(), flat, memory, offset + Long.BYTES);
        MemoryAccess.store64(base, value.low(), flat, memory, offset);
    }

    private static long load(int base, byte @Nullable [] flat, LinearMemory memory, int offset, int width) {
        return switch (width) {
            case Byte.SIZE -> MemoryAccess.load8u(base, flat, memory, offset);
            case Short.SIZE -> MemoryAccess.load16u(base, flat, memory, offset);
            case Integer.SIZE -> MemoryAccess.load32u64(base, flat, memory, offset);
            default -> MemoryAccess.load64(base, flat, memory, offset);
        };
    }

    public static V128 extend(
            int base, byte @Nullable [] flat, LinearMemory memory, int offset, int width, boolean signed) {
        return Vectors.extend(new V128(MemoryAccess.load64(base, flat, memory, offset), 0), width, false, signed);
    }

    public static V128 splat(int base, byte @Nullable [] flat, LinearMemory memory, int offset, int width) {
        long value = load(base, flat, memory, offset, width);
        return width == Long.SIZE ? new V128(value, value) : IntLanes.splat((int) value, width);
    }

    public static V128 zero(int base, byte @Nullable [] flat, LinearMemory memory, int offset, int width) {
        return new V128(load(base, flat, memory, offset, width), 0);
    }

    public static V128 loadLane(
            int base, V128 vector, byte @Nullable [] flat, LinearMemory memory, int offset, int width, int lane) {
        return Lanes.replace(vector, width, lane, load(base, flat, memory, offset, width));
    }

    public static void storeLane(
            int base, V128 vector, byte @Nullable [] flat, LinearMemory memory, int offset, int width, int lane) {
        long value = Lanes.unsigned(vector, width, lane);
        switch (width) {
            case Byte.SIZE -> MemoryAccess.store8(base, value, flat, memory, offset);
            case Short.SIZE -> MemoryAccess.store16(base, value, flat, memory, offset);
            case Integer.SIZE -> MemoryAccess.store32(base, value, flat, memory, offset);
            default -> MemoryAccess.store64(base, value, flat, memory, offset);
        }
    }
}
