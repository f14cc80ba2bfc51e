package dev.belay.guest;

import org.teavm.backend.wasm.WasmHeap;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/**
 * For generated code: the component's side of the canonical ABI.
 *
 * <p>TeaVM's collector moves objects, so what the host writes and reads lives outside its heap: in an arena past it, emptied
 * when a call of an export ends. The heap is frozen at its present size when the arena is first used. What a call of an
 * import took is given back as soon as its result is lifted.
 */
public final class Cabi {
    private static final int PAGE = 65536;
    /** Bytes kept for a preview-1 adapter, whose state must outlive the calls that empty the arena. */
    private static final int ADAPTER_AREA = 4 * PAGE;
    /** Bytes that one list may take: a half of the memory there can be. */
    private static final long MAX_BYTES = Integer.MAX_VALUE;
    /** No memory ends here, so reading there is a trap. */
    private static final int NOWHERE = -8;

    private static int adapterCursor;
    private static int base;
    private static int cursor;
    private static int limit;

    private Cabi() {}

    private static void freezeHeap() {
        WasmHeap.maxHeapSize = WasmHeap.heapSize;
        adapterCursor = (int) WasmHeap.memoryLimit.toLong();
        WasmHeap.growMemory(ADAPTER_AREA / PAGE);
        base = adapterCursor + ADAPTER_AREA;
        cursor = base;
        limit = base;
    }

    /** Where a preview-1 adapter's own memory comes from. */
    @Export(name = "cabi_realloc_adapter")
    public static Address reallocAdapter(Address old, int oldSize, int align, int newSize) {
        if (base == 0) {
            freezeHeap();
        }
        int at = (adapterCursor + align - 1) & -align;
        adapterCursor = at + newSize;
        return Address.fromInt(at);
    }

    /** The {@code realloc} option of every lift and lower. */
    @Export(name = "cabi_realloc")
    public static Address realloc(Address old, int oldSize, int align, int newSize) {
        if (newSize == 0) {
            return Address.fromInt(align);
        }
        Address at = allocate(1, newSize, align);
        if (oldSize != 0) {
            Address.moveMemoryBlock(old, at, Math.min(oldSize, newSize));
        }
        return at;
    }

    /** Room for {@code count} values of {@code size} bytes, until the arena is emptied; a trap if there is none. */
    public static Address allocate(int count, int size, int align) {
        if (base == 0) {
            freezeHeap();
        }
        long bytes = (long) count * size;
        int at = (cursor + align - 1) & -align;
        long end = at + bytes;
        if (end > MAX_BYTES) {
            throw trap();
        }
        if (end > limit) {
            int pages = (int) ((end - limit + PAGE - 1) / PAGE);
            WasmHeap.growMemory(pages);
            limit += pages * PAGE;
        }
        cursor = (int) end;
        return Address.fromInt(at);
    }

    /** Ends the call of an export: empties the arena, whose bytes stay as they are until the result was read. */
    public static void leave() {
        Handle.endLoans();
        cursor = base;
    }

    /** How full the arena is, for {@link #release}. */
    public static int mark() {
        return cursor;
    }

    /** Gives back what was allocated since a mark. */
    public static void release(int mark) {
        // A mark of before the first allocation is none.
        cursor = Math.max(mark, base);
    }

    /** Ends the program with a trap: by reading where no memory is. */
    public static RuntimeException trap() {
        return new IllegalStateException("trap " + Address.fromInt(NOWHERE).getLong());
    }

    /** The trap after a discriminant that a type has not: a host does not pass such. */
    public static RuntimeException invalid(String type) {
        trap();
        return new IllegalArgumentException(type);
    }

    public static <T> T constant(T[] all, int index) {
        if (index < 0 || index >= all.length) {
            throw trap();
        }
        return all[index];
    }

    /** @throws IllegalArgumentException if a list has not the length that its type says */
    public static void expectSize(int size, int expected) {
        if (size != expected) {
            throw new IllegalArgumentException("expected a list of " + expected + " elements, found " + size);
        }
    }

    /**
     * @param bytes of an object that holds what came
     * @throws IllegalStateException if it takes more than a quarter of the heap: it is there twice while it is made, and running
     *     out of heap would be a trap
     */
    private static int fitting(int count, long bytes) {
        if (count < 0 || bytes > WasmHeap.heapSize / 4) {
            throw new IllegalStateException("expected at most " + WasmHeap.heapSize / 4 + " bytes at a time, found " + bytes
                    + ": a larger heap takes more");
        }
        return count;
    }

    /** The string whose pointer and length are at {@code at}. */
    public static String liftString(Address at) {
        return Utf8.read(at.getAddress(), fitting(at.add(4).getInt(), 2L * at.add(4).getInt()));
    }

    /** A copy of the {@code list<u8>} whose pointer and length are at {@code at}. */
    public static byte[] liftBytes(Address at) {
        Address from = at.getAddress();
        byte[] bytes = new byte[fitting(at.add(4).getInt(), at.add(4).getInt())];
        if (bytes.length > 0) {
            Address.moveMemoryBlock(from, Address.ofData(bytes), bytes.length);
        }
        return bytes;
    }

    /** Writes the pointer and length of a copy of {@code text} at {@code at}. */
    public static void lowerString(String text, Address at) {
        int length = Utf8.length(text);
        Address to = allocate(1, Math.max(length, 1), 1);
        Utf8.write(text, to);
        at.putAddress(to);
        at.add(4).putInt(length);
    }

    /** Writes the pointer and length of a copy of {@code bytes} at {@code at}. */
    public static void lowerBytes(byte[] bytes, Address at) {
        Address to = allocate(1, Math.max(bytes.length, 1), 1);
        if (bytes.length > 0) {
            Address.moveMemoryBlock(Address.ofData(bytes), to, bytes.length);
        }
        at.putAddress(to);
        at.add(4).putInt(bytes.length);
    }
}
