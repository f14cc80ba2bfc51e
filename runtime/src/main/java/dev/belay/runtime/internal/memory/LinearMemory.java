package dev.belay.runtime.internal.memory;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.core.CoreBudget;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A linear memory in pieces of 4 KiB that are shared until they are first written: with an image, with other instances,
 * or with the one piece of zeros.
 *
 * <p>Addresses are unsigned 32-bit numbers in an int; those from 2 GiB on are always out of bounds. Not thread-safe.
 */
public final class LinearMemory {
    /** Bytes in a WebAssembly page. */
    public static final int WASM_PAGE = 1 << 16;
    /** The largest number of WebAssembly pages: just below 2 GiB, so that addresses in use are positive ints. */
    public static final int MAX_WASM_PAGES = (1 << 15) - 1;

    private static final int SHIFT = 12;
    private static final int PIECE = 1 << SHIFT;
    private static final int MASK = PIECE - 1;
    private static final int PIECES_PER_PAGE = WASM_PAGE >>> SHIFT;
    private static final byte[] ZEROS = new byte[PIECE];

    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final CoreBudget budget;
    private final int maxPages;
    private int pages;
    /** What to read each piece from. Its length is the memory's size, so that its bounds are the memory's. */
    private byte[][] shared;
    /** The same array where the piece is this memory's own, null where it must be copied before it is written. */
    private @Nullable byte[][] own;

    /**
     * @param pages at first, in WebAssembly pages
     * @param maxPages that it may grow to
     * @throws Trap if the budget does not cover the first pages
     */
    public LinearMemory(int pages, int maxPages, CoreBudget budget) {
        long bytes = (long) pages * WASM_PAGE;
        if (pages > MAX_WASM_PAGES || !budget.takeMemory(bytes)) {
            throw budget.memoryTrap(bytes);
        }
        this.budget = budget;
        this.maxPages = Math.min(maxPages, MAX_WASM_PAGES);
        this.pages = pages;
        this.shared = new byte[pages * PIECES_PER_PAGE][];
        Arrays.fill(shared, ZEROS);
        this.own = new byte[shared.length][];
    }

    /** Sets the contents to those of the image, which must come from a memory of the same first size. */
    public void restore(MemoryImage image) {
        System.arraycopy(image.pages, 0, shared, 0, image.pages.length);
        Arrays.fill(own, null);
    }

    /** The contents as they are; they are shared from here on, and copied where written. */
    public MemoryImage image() {
        Arrays.fill(own, null);
        return new MemoryImage(shared.clone());
    }

    /** The size in WebAssembly pages. */
    public int pages() {
        return pages;
    }

    public int maxPages() {
        return maxPages;
    }

    /** The size in bytes. */
    public int size() {
        return pages * WASM_PAGE;
    }

    /** Pieces that this memory does not share with any other: what it costs, in units of 4 KiB. */
    public int ownPieces() {
        int count = 0;
        for (byte[] piece : own) {
            count += piece == null ? 0 : 1;
        }
        return count;
    }

    /**
     * @return the size before, in pages, or -1 if that is too much
     */
    public int grow(int by) {
        int before = pages;
        if (by < 0 || by > maxPages - before || !budget.takeMemory((long) by * WASM_PAGE)) {
            return -1;
        }
        if (by > 0) {
            int length = (before + by) * PIECES_PER_PAGE;
            int from = shared.length;
            shared = Arrays.copyOf(shared, length);
            own = Arrays.copyOf(own, length);
            Arrays.fill(shared, from, length, ZEROS);
            pages = before + by;
        }
        return before;
    }

    public byte readByte(int address) {
        try {
            return shared[address >>> SHIFT][address & MASK];
        } catch (ArrayIndexOutOfBoundsException _) {
            throw outOfBounds(address, 1);
        }
    }

    public short readShort(int address) {
        int at = address & MASK;
        if (at > PIECE - 2) {
            check(address, 2);
            return (short) (readByte(address) & 0xff | readByte(address + 1) << 8);
        }
        try {
            return (short) SHORT.get(shared[address >>> SHIFT], at);
        } catch (ArrayIndexOutOfBoundsException _) {
            throw outOfBounds(address, 2);
        }
    }

    public int readInt(int address) {
        int at = address & MASK;
        if (at > PIECE - 4) {
            check(address, 4);
            return readShort(address) & 0xffff | readShort(address + 2) << 16;
        }
        try {
            return (int) INT.get(shared[address >>> SHIFT], at);
        } catch (ArrayIndexOutOfBoundsException _) {
            throw outOfBounds(address, 4);
        }
    }

    public long readLong(int address) {
        int at = address & MASK;
        if (at > PIECE - 8) {
            check(address, 8);
            return readInt(address) & 0xffff_ffffL | (long) readInt(address + 4) << 32;
        }
        try {
            return (long) LONG.get(shared[address >>> SHIFT], at);
        } catch (ArrayIndexOutOfBoundsException _) {
            throw outOfBounds(address, 8);
        }
    }

    public void writeByte(int address, byte value) {
        try {
            piece(address)[address & MASK] = value;
        } catch (ArrayIndexOutOfBoundsException _) {
            throw outOfBounds(address, 1);
        }
    }

    public void writeShort(int address, short value) {
        int at = address & MASK;
        if (at > PIECE - 2) {
            check(address, 2);
            writeByte(address, (byte) value);
            writeByte(address + 1, (byte) (value >>> 8));
            return;
        }
        try {
            SHORT.set(piece(address), at, value);
        } catch (ArrayIndexOutOfBoundsException _) {
            throw outOfBounds(address, 2);
        }
    }

    public void writeInt(int address, int value) {
        int at = address & MASK;
        if (at > PIECE - 4) {
            check(address, 4);
            writeShort(address, (short) value);
            writeShort(address + 2, (short) (value >>> 16));
            return;
        }
        try {
            INT.set(piece(address), at, value);
        } catch (ArrayIndexOutOfBoundsException _) {
            throw outOfBounds(address, 4);
        }
    }

    public void writeLong(int address, long value) {
        int at = address & MASK;
        if (at > PIECE - 8) {
            check(address, 8);
            writeInt(address, (int) value);
            writeInt(address + 4, (int) (value >>> 32));
            return;
        }
        try {
            LONG.set(piece(address), at, value);
        } catch (ArrayIndexOutOfBoundsException _) {
            throw outOfBounds(address, 8);
        }
    }

    /** Copies out of the memory. */
    public void read(int address, byte[] to, int offset, int length) {
        check(address, length);
        while (length > 0) {
            int at = address & MASK;
            int chunk = Math.min(length, PIECE - at);
            System.arraycopy(shared[address >>> SHIFT], at, to, offset, chunk);
            address += chunk;
            offset += chunk;
            length -= chunk;
        }
    }

    public byte[] read(int address, int length) {
        check(address, length);
        byte[] bytes = new byte[length];
        read(address, bytes, 0, length);
        return bytes;
    }

    /** Copies into the memory. */
    public void write(int address, byte[] from, int offset, int length) {
        check(address, length);
        java.util.Objects.checkFromIndexSize(offset, length, from.length);
        while (length > 0) {
            int at = address & MASK;
            int chunk = Math.min(length, PIECE - at);
            System.arraycopy(from, offset, piece(address), at, chunk);
            address += chunk;
            offset += chunk;
            length -= chunk;
        }
    }

    public void fill(int address, int length, byte value) {
        check(address, length);
        while (length > 0) {
            int at = address & MASK;
            int chunk = Math.min(length, PIECE - at);
            boolean alreadyZero = value == 0 && shared[address >>> SHIFT] == ZEROS;
            if (!alreadyZero) {
                Arrays.fill(piece(address), at, at + chunk, value);
            }
            address += chunk;
            length -= chunk;
        }
    }

    /** {@code memory.copy} between memories, or within one even if the ranges overlap. */
    public static void copy(LinearMemory from, int source, LinearMemory to, int target, int length) {
        from.check(source, length);
        to.check(target, length);
        if (from != to || Integer.compareUnsigned(target, source) <= 0) {
            while (length > 0) {
                int chunk = Math.min(length, Math.min(PIECE - (source & MASK), PIECE - (target & MASK)));
                from.copyChunk(source, to, target, chunk);
                source += chunk;
                target += chunk;
                length -= chunk;
            }
            return;
        }
        while (length > 0) {
            int chunk = Math.min(length, Math.min(tail(source + length), tail(target + length)));
            length -= chunk;
            from.copyChunk(source + length, to, target + length, chunk);
        }
    }

    /** Bytes of the piece that ends at or holds {@code end} which lie before it: 1 to 4096. */
    private static int tail(int end) {
        int at = end & MASK;
        return at == 0 ? PIECE : at;
    }

    private void copyChunk(int source, LinearMemory to, int target, int length) {
        // the target's piece first: if it is also the source's, it must be the copy that is read
        byte[] targetPiece = to.piece(target);
        System.arraycopy(shared[source >>> SHIFT], source & MASK, targetPiece, target & MASK, length);
    }

    /**
     * @param length in bytes, unsigned
     * @throws Trap if the range is not within the memory
     */
    public void check(int address, int length) {
        if (Integer.toUnsignedLong(address) + Integer.toUnsignedLong(length) > size()) {
            throw outOfBounds(address, length);
        }
    }

    public boolean holds(long address, long length) {
        return address >= 0 && length >= 0 && address + length <= size();
    }

    private byte[] piece(int address) {
        int index = address >>> SHIFT;
        byte[] piece = own[index];
        return piece != null ? piece : copyPiece(index);
    }

    private byte[] copyPiece(int index) {
        byte[] copy = shared[index].clone();
        shared[index] = copy;
        own[index] = copy;
        return copy;
    }

    private Trap outOfBounds(int address, int length) {
        return Trap.of(
                Trap.Kind.MEMORY_OUT_OF_BOUNDS,
                Integer.toUnsignedString(length) + " bytes at 0x" + Integer.toHexString(address)
                        + " in a memory of 0x" + Integer.toHexString(size()));
    }
}
