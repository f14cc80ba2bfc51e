package dev.belay.runtime.internal.abi;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.memory.LinearMemory;

/** Checks what a guest says of places in its memory. */
public final class Ranges {
    private static final long MAX_LIST_BYTES = (1L << 28) - 1;
    /** In bytes; the specification's own bound. */
    private static final long MAX_STRING_BYTES = (1L << 28) - 1;

    private Ranges() {}

    /** Of parameters or a result that are in memory. */
    public static void checkPointer(LinearMemory memory, int address, int size, int alignment) {
        if ((address & (alignment - 1)) != 0) {
            throw Trap.of(Trap.Kind.UNALIGNED_POINTER, "0x" + Integer.toHexString(address));
        }
        if (!memory.holds(Integer.toUnsignedLong(address), size)) {
            throw Trap.of(Trap.Kind.POINTER_OUT_OF_BOUNDS, "0x" + Integer.toHexString(address));
        }
    }

    public static void checkList(LinearMemory memory, int address, long bytes, int alignment) {
        if (bytes > MAX_LIST_BYTES) {
            throw Trap.of(Trap.Kind.LIST_TOO_LONG, bytes + " bytes, the most is " + MAX_LIST_BYTES);
        }
        if ((address & (alignment - 1)) != 0) {
            throw Trap.of(Trap.Kind.UNALIGNED_POINTER, "list at 0x" + Integer.toHexString(address));
        }
        if (!memory.holds(Integer.toUnsignedLong(address), bytes)) {
            throw new Trap(Trap.Kind.LIST_OUT_OF_BOUNDS);
        }
    }

    /** @param bytes unsigned */
    public static void checkString(LinearMemory memory, int address, int bytes) {
        checkString(memory, address, Integer.toUnsignedLong(bytes));
    }

    static void checkString(LinearMemory memory, int address, long bytes) {
        if (bytes > MAX_STRING_BYTES) {
            throw Trap.of(Trap.Kind.STRING_TOO_LONG, bytes + " bytes, the most is " + MAX_STRING_BYTES);
        }
        if (!memory.holds(Integer.toUnsignedLong(address), bytes)) {
            throw new Trap(Trap.Kind.STRING_OUT_OF_BOUNDS);
        }
    }
}
