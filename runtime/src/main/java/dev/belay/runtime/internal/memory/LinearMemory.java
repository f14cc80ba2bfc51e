package dev.belay.runtime.internal.memory;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.core.CoreBudget;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A linear memory. It starts as {@link Pieces} that are shared until they are written; when the code that works on it has
 * {@linkplain #ran run long enough}, they are put into one array, which is faster to work on.
 *
 * <p>Addresses are unsigned 32-bit numbers in an int; those from 2 GiB on are always out of bounds. Not thread-safe.
 */
public final class LinearMemory {
    /** Bytes in a WebAssembly page. */
    public static final int WASM_PAGE = 1 << 16;
    /** The largest number of WebAssembly pages: just below 2 GiB, so that addresses in use are positive ints. */
    public static final int MAX_WASM_PAGES = (1 << 15) - 1;

    /** Bytes of the memory for each function entry or iteration that has to go before they are put into one array. */
    private static final int BYTES_PER_TICK = 4;
    /** Groups of pieces, 1 MiB of them, that are put there although nothing was written to them so far. */
    private static final int GROUPS_TO_SPARE = (1 << 20) / Pieces.GROUP;
    /** The most groups that are put into one array: 256 MiB, so that no heap has to find room for more in one place. */
    private static final int MOST_FLAT = (1 << 28) / Pieces.GROUP;

    private static final int PIECE = Pieces.PIECE;
    private static final int MASK = Pieces.MASK;
    private static final int GROUPS_PER_PAGE = WASM_PAGE / Pieces.GROUP;

    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final CoreBudget budget;
    private final int maxPages;
    private final Pieces pieces;
    /** Those of the pieces: one access less for each that goes there. */
    private byte[][][] groups;
    private int pages;
    /** The first bytes of the memory, up to a multiple of a group's; none of them are looked for in pieces any more. */
    private byte @Nullable [] flat;

    private long ticks;

    /**
     * @param pages at first, in WebAssembly pages
     * @param maxPages that it may grow to
     * @throws Trap if the budget does not cover the first pages
     */
    public LinearMemory(int pages, int maxPages, CoreBudget budget) {
        this.budget = budget;
        this.maxPages = Math.min(maxPages, MAX_WASM_PAGES);
        this.pages = take(pages, budget);
        this.pieces = new Pieces(pages * GROUPS_PER_PAGE, budget);
        this.groups = pieces.groups();
    }

    private LinearMemory(MemoryImage image, int maxPages, CoreBudget budget) {
        this.budget = budget;
        this.maxPages = Math.min(maxPages, MAX_WASM_PAGES);
        this.pages = take(image.groups.length / GROUPS_PER_PAGE, budget);
        this.pieces = new Pieces(image, budget);
        this.groups = pieces.groups();
    }

    private static int take(int pages, CoreBudget budget) {
        long bytes = (long) pages * WASM_PAGE;
        if (pages > MAX_WASM_PAGES || !budget.takeMemory(bytes)) {
            throw budget.memoryTrap(bytes);
        }
        return pages;
    }

    /**
     * A memory that begins as another was when the image was made, and as large.
     *
     * @throws Trap if the budget does not cover it
     */
    public static LinearMemory of(MemoryImage image, int maxPages, CoreBudget budget) {
        return new LinearMemory(image, maxPages, budget);
    }

    /** Sets the contents to those of the image, which must come from a memory of the same first size. */
    public void restore(MemoryImage image) {
        flat = null;
        pieces.restore(image);
    }

    /** The contents as they are; they are shared from here on, and copied where written. */
    public MemoryImage image() {
        if (flat != null) {
            pieces.give(flat);
            flat = null;
        }
        return pieces.image();
    }

    /**
     * The first bytes of the memory, all or some of them: what is written to this array is written to the memory. Null if
     * they are in pieces. Other code that runs may make it out of date: then ask again.
     */
    public byte @Nullable [] flat() {
        return flat;
    }

    /**
     * Notes that code ran which can reach this memory. When that was long enough for the copying not to matter, the memory
     * goes into one array up to about twice the last piece that was written to, and so on when it has grown.
     *
     * @param more function entries and iterations of loops
     */
    public void ran(int more) {
        ticks += more;
        if (ticks * BYTES_PER_TICK >= size()) {
            ticks = 0;
            flatten();
        }
    }

    private void flatten() {
        int count = Math.min(Math.min(pieces.count(), MOST_FLAT), 2 * pieces.used() + GROUPS_TO_SPARE);
        int before = inFlat() >>> Pieces.GROUP_SHIFT;
        long more = (long) (count - before) * Pieces.GROUP;
        if (more > 0 && budget.tryHold(more)) {
            long own = (long) pieces.ownGroups(before, count) * Pieces.GROUP;
            try {
                flat = pieces.take(count, flat);
                budget.release(own);
            } catch (OutOfMemoryError _) {
                // then it stays as it is
                budget.release(more);
            }
        }
    }

    /**
     * Where no piece was found.
     *
     * @return the address
     * @throws Trap if it is not in the array either
     */
    private int inFlat(int address, int length) {
        if (Integer.toUnsignedLong(address) + length > inFlat()) {
            throw outOfBounds(address, length);
        }
        return address;
    }

    private int inFlat() {
        return flat == null ? 0 : flat.length;
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

    /** Pieces that this memory does not share with any other: what it costs, in units of 512 bytes. */
    public int ownPieces() {
        return inFlat() / PIECE + pieces.owned();
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
            try {
                pieces.grow((before + by) * GROUPS_PER_PAGE);
                groups = pieces.groups();
            } catch (OutOfMemoryError _) {
                budget.giveMemory((long) by * WASM_PAGE);
                return -1;
            }
            pages = before + by;
        }
        return before;
    }

    private byte[] pieceToRead(int address) {
        return Pieces.readable(groups, address);
    }

    private byte[] pieceToWrite(int address) {
        byte[] piece = Pieces.writable(groups, address);
        return piece != null ? piece : pieces.copy(address);
    }

    public byte readByte(int address) {
        byte[] bytes = flat;
        return bytes != null && Integer.compareUnsigned(address, bytes.length) < 0
                ? bytes[address]
                : pieceReadByte(address);
    }

    /** As {@link #readByte}, best if the memory is in pieces. */
    public byte pieceReadByte(int address) {
        try {
            return pieceToRead(address)[address & MASK];
        } catch (ArrayIndexOutOfBoundsException _) {
            return readByte(inFlat(address, 1));
        }
    }

    public short readShort(int address) {
        byte[] bytes = flat;
        return bytes != null && Integer.compareUnsigned(address, bytes.length - 1) < 0
                ? (short) SHORT.get(bytes, address)
                : pieceReadShort(address);
    }

    /** As {@link #readShort}, best if the memory is in pieces. */
    public short pieceReadShort(int address) {
        int at = address & MASK;
        if (at > PIECE - 2) {
            check(address, 2);
            return (short) (readByte(address) & 0xff | readByte(address + 1) << 8);
        }
        try {
            return (short) SHORT.get(pieceToRead(address), at);
        } catch (ArrayIndexOutOfBoundsException _) {
            return readShort(inFlat(address, 2));
        }
    }

    public int readInt(int address) {
        byte[] bytes = flat;
        return bytes != null && Integer.compareUnsigned(address, bytes.length - 3) < 0
                ? (int) INT.get(bytes, address)
                : pieceReadInt(address);
    }

    /** As {@link #readInt}, best if the memory is in pieces. */
    public int pieceReadInt(int address) {
        int at = address & MASK;
        if (at > PIECE - 4) {
            check(address, 4);
            return readShort(address) & 0xffff | readShort(address + 2) << 16;
        }
        try {
            return (int) INT.get(pieceToRead(address), at);
        } catch (ArrayIndexOutOfBoundsException _) {
            return readInt(inFlat(address, 4));
        }
    }

    public long readLong(int address) {
        byte[] bytes = flat;
        return bytes != null && Integer.compareUnsigned(address, bytes.length - 7) < 0
                ? (long) LONG.get(bytes, address)
                : pieceReadLong(address);
    }

    /** As {@link #readLong}, best if the memory is in pieces. */
    public long pieceReadLong(int address) {
        int at = address & MASK;
        if (at > PIECE - 8) {
            check(address, 8);
            return readInt(address) & 0xffff_ffffL | (long) readInt(address + 4) << 32;
        }
        try {
            return (long) LONG.get(pieceToRead(address), at);
        } catch (ArrayIndexOutOfBoundsException _) {
            return readLong(inFlat(address, 8));
        }
    }

    public void writeByte(int address, byte value) {
        byte[] bytes = flat;
        if (bytes != null && Integer.compareUnsigned(address, bytes.length) < 0) {
            bytes[address] = value;
        } else {
            pieceWriteByte(address, value);
        }
    }

    /** As {@link #writeByte}, best if the memory is in pieces. */
    public void pieceWriteByte(int address, byte value) {
        try {
            pieceToWrite(address)[address & MASK] = value;
        } catch (ArrayIndexOutOfBoundsException _) {
            writeByte(inFlat(address, 1), value);
        }
    }

    public void writeShort(int address, short value) {
        byte[] bytes = flat;
        if (bytes != null && Integer.compareUnsigned(address, bytes.length - 1) < 0) {
            SHORT.set(bytes, address, value);
        } else {
            pieceWriteShort(address, value);
        }
    }

    /** As {@link #writeShort}, best if the memory is in pieces. */
    public void pieceWriteShort(int address, short value) {
        int at = address & MASK;
        if (at > PIECE - 2) {
            check(address, 2);
            writeByte(address, (byte) value);
            writeByte(address + 1, (byte) (value >>> 8));
            return;
        }
        try {
            SHORT.set(pieceToWrite(address), at, value);
        } catch (ArrayIndexOutOfBoundsException _) {
            writeShort(inFlat(address, 2), value);
        }
    }

    public void writeInt(int address, int value) {
        byte[] bytes = flat;
        if (bytes != null && Integer.compareUnsigned(address, bytes.length - 3) < 0) {
            INT.set(bytes, address, value);
        } else {
            pieceWriteInt(address, value);
        }
    }

    /** As {@link #writeInt}, best if the memory is in pieces. */
    public void pieceWriteInt(int address, int value) {
        int at = address & MASK;
        if (at > PIECE - 4) {
            check(address, 4);
            writeShort(address, (short) value);
            writeShort(address + 2, (short) (value >>> 16));
            return;
        }
        try {
            INT.set(pieceToWrite(address), at, value);
        } catch (ArrayIndexOutOfBoundsException _) {
            writeInt(inFlat(address, 4), value);
        }
    }

    public void writeLong(int address, long value) {
        byte[] bytes = flat;
        if (bytes != null && Integer.compareUnsigned(address, bytes.length - 7) < 0) {
            LONG.set(bytes, address, value);
        } else {
            pieceWriteLong(address, value);
        }
    }

    /** As {@link #writeLong}, best if the memory is in pieces. */
    public void pieceWriteLong(int address, long value) {
        int at = address & MASK;
        if (at > PIECE - 8) {
            check(address, 8);
            writeInt(address, (int) value);
            writeInt(address + 4, (int) (value >>> 32));
            return;
        }
        try {
            LONG.set(pieceToWrite(address), at, value);
        } catch (ArrayIndexOutOfBoundsException _) {
            writeLong(inFlat(address, 8), value);
        }
    }

    /** Copies out of the memory. */
    public void read(int address, byte[] to, int offset, int length) {
        check(address, length);
        while (length > 0) {
            int chunk = Math.min(length, room(address));
            System.arraycopy(readable(address), within(address), to, offset, chunk);
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
        Objects.checkFromIndexSize(offset, length, from.length);
        while (length > 0) {
            int chunk = Math.min(length, room(address));
            System.arraycopy(from, offset, writable(address), within(address), chunk);
            address += chunk;
            offset += chunk;
            length -= chunk;
        }
    }

    /** Writes a text of characters up to 0xff, each as a byte. */
    @SuppressWarnings("deprecation") // what it leaves of larger characters is why it is deprecated
    public void writeLatin1(int address, String text) {
        int length = text.length();
        check(address, length);
        while (length > 0) {
            int chunk = Math.min(length, room(address));
            int from = text.length() - length;
            text.getBytes(from, from + chunk, writable(address), within(address));
            address += chunk;
            length -= chunk;
        }
    }

    public void fill(int address, int length, byte value) {
        check(address, length);
        while (length > 0) {
            int chunk = Math.min(length, room(address));
            boolean alreadyZero = value == 0 && address >= inFlat() && pieces.isZeros(address);
            if (!alreadyZero) {
                int at = within(address);
                Arrays.fill(writable(address), at, at + chunk, value);
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
                int chunk = Math.min(length, Math.min(from.room(source), to.room(target)));
                from.copyChunk(source, to, target, chunk);
                source += chunk;
                target += chunk;
                length -= chunk;
            }
            return;
        }
        while (length > 0) {
            int chunk = Math.min(length, Math.min(from.tail(source + length), to.tail(target + length)));
            length -= chunk;
            from.copyChunk(source + length, to, target + length, chunk);
        }
    }

    private void copyChunk(int source, LinearMemory to, int target, int length) {
        // the target's piece first: if it is also the source's, it must be the copy that is read
        byte[] targetPiece = to.writable(target);
        System.arraycopy(readable(source), within(source), targetPiece, to.within(target), length);
    }

    /** The array that holds all of a range to read, which is in bounds; null if it lies in several. */
    byte @Nullable [] readable(int address, int length) {
        byte[] bytes = flat;
        if (bytes != null && address + length <= bytes.length) {
            return bytes;
        }
        return length > 0 && address >= inFlat() && (address & MASK) + length <= PIECE ? pieceToRead(address) : null;
    }

    /** As {@link #readable(int, int)}, to write to. */
    byte @Nullable [] writable(int address, int length) {
        byte[] bytes = flat;
        if (bytes != null && address + length <= bytes.length) {
            return bytes;
        }
        return length > 0 && address >= inFlat() && (address & MASK) + length <= PIECE ? pieceToWrite(address) : null;
    }

    private byte[] readable(int address) {
        return flat != null && address < flat.length ? flat : pieceToRead(address);
    }

    private byte[] writable(int address) {
        return flat != null && address < flat.length ? flat : pieceToWrite(address);
    }

    /** Where {@code address} is in the array that holds it. */
    int within(int address) {
        return address < inFlat() ? address : address & MASK;
    }

    /** Bytes from {@code address} to the end of the array that holds it. */
    private int room(int address) {
        return address < inFlat() ? inFlat() - address : PIECE - (address & MASK);
    }

    /** Bytes of the array that ends at or holds {@code end} which lie before it, at least one. */
    private int tail(int end) {
        return end <= inFlat() ? end : (end - 1 & MASK) + 1;
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

    private Trap outOfBounds(int address, int length) {
        return Trap.of(
                Trap.Kind.MEMORY_OUT_OF_BOUNDS,
                Integer.toUnsignedString(length) + " bytes at 0x" + Integer.toHexString(address)
                        + " in a memory of 0x" + Integer.toHexString(size()));
    }
}
