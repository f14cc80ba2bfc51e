package belay.guest;

import java.nio.charset.StandardCharsets;
import org.teavm.backend.wasm.WasmHeap;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/**
 * The guest's side of the canonical ABI for Java compiled by TeaVM.
 *
 * <p>TeaVM's collector moves objects, so what the host writes and reads lives outside its heap: in an arena past it,
 * emptied after each call of an export. The heap is frozen at its present size when the arena is first used.
 */
public final class Cabi {
    private static final int PAGE = 65536;
    /** Bytes kept for a preview-1 adapter, whose state must outlive the calls that empty the arena. */
    private static final int ADAPTER_AREA = 4 * PAGE;

    private static int adapterCursor;
    private static int base;
    private static int cursor;
    private static int limit;

    private Cabi() {
    }

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
        Address at = allocate(newSize, align);
        if (oldSize != 0) {
            Address.moveMemoryBlock(old, at, Math.min(oldSize, newSize));
        }
        return at;
    }

    /** {@code size} bytes that live until {@link #reset}. */
    public static Address allocate(int size, int align) {
        if (base == 0) {
            freezeHeap();
        }
        int at = (cursor + align - 1) & -align;
        if (at + size > limit) {
            int pages = (at + size - limit + PAGE - 1) / PAGE;
            WasmHeap.growMemory(pages);
            limit += pages * PAGE;
        }
        cursor = at + size;
        return Address.fromInt(at);
    }

    /** Empties the arena: for post-return functions. */
    public static void reset() {
        cursor = base;
    }

    /** How full the arena is, for {@link #release}. */
    public static Address mark() {
        return Address.fromInt(cursor);
    }

    /** Gives back what was allocated since a mark, in a call that would otherwise fill the memory. */
    public static void release(Address mark) {
        cursor = mark.toInt();
    }

    /** The string whose pointer and length are at {@code at}. */
    public static String liftString(Address at) {
        return new String(liftBytes(at), StandardCharsets.UTF_8);
    }

    /** A copy of the {@code list<u8>} whose pointer and length are at {@code at}. */
    public static byte[] liftBytes(Address at) {
        Address from = at.getAddress();
        byte[] bytes = new byte[at.add(4).getInt()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = from.add(i).getByte();
        }
        return bytes;
    }

    /** Writes the pointer and length of a copy of {@code text} at {@code at}. */
    public static void lowerString(String text, Address at) {
        lowerBytes(text.getBytes(StandardCharsets.UTF_8), at);
    }

    /** Writes the pointer and length of a copy of {@code bytes} at {@code at}. */
    public static void lowerBytes(byte[] bytes, Address at) {
        Address to = allocate(Math.max(bytes.length, 1), 1);
        for (int i = 0; i < bytes.length; i++) {
            to.add(i).putByte(bytes[i]);
        }
        at.putAddress(to);
        at.add(4).putInt(bytes.length);
    }
}
