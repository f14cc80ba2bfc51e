package dev.belay.runtime.internal.bind;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.LiftContext;
import dev.belay.runtime.internal.abi.LowerContext;
import dev.belay.runtime.internal.abi.Ranges;
import dev.belay.runtime.internal.abi.StringLowering;
import dev.belay.runtime.internal.fuse.End;
import dev.belay.runtime.internal.fuse.Gate;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.memory.Utf8;
import dev.belay.runtime.internal.typed.ReallocCall;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The component at one end of a function that is bound to Java: what written classes call to move values in and out of its
 * memory. What moves a value in takes it first, so that it can be on the stack already.
 */
public final class Guest {
    /** The longest text that is looked at a character at a time before it is encoded: longer ones gain by the JVM's own way. */
    private static final int SHORT_TEXT = 32;

    private final End end;
    private final Gate gate;
    private final @Nullable LinearMemory memory;
    private final @Nullable ReallocCall realloc;
    private final boolean utf8;
    private final Leaf[] leaves;
    private final GuestHandles handles;
    private long lifted;
    private GuestHandles.@Nullable Call call;

    /** @param leaves values that have no Java type of their own, as written code numbers them */
    public Guest(End end, Leaf[] leaves, GuestHandles handles) {
        this.end = end;
        this.gate = end.gate();
        this.memory = end.memory().orElse(null);
        this.realloc = end.realloc().orElse(null);
        this.utf8 = end.encoding() == StringEncoding.UTF8;
        this.leaves = leaves;
        this.handles = handles;
    }

    /** A call begins. */
    public void begin() {
        lifted = 0;
    }

    /**
     * A call begins that the component makes.
     *
     * @throws Trap if it may not
     */
    public void beginOut() {
        gate.requireMayLeave();
        lifted = 0;
    }

    /** The callee has returned; its result is still to be moved. */
    public void returned() {
        if (call != null) {
            call.returned();
        }
    }

    public void end() {
        if (call != null) {
            call.end();
            call = null;
        }
    }

    private LinearMemory memory() {
        return some(memory);
    }

    /** Checked by the validator: a definition whose type needs a memory or a realloc has it. */
    private static <T> T some(@Nullable T given) {
        if (given == null) {
            throw new IllegalStateException("a value needs what its canonical options do not name");
        }
        return given;
    }

    /** Checks where parameters or a result are, or are to be. */
    public void check(int address, int size, int alignment) {
        Ranges.checkPointer(memory(), address, size, alignment);
    }

    /** Room in the memory. */
    public int allocate(int alignment, int bytes) {
        gate.close(true);
        int address = some(realloc).call(0, 0, alignment, bytes);
        gate.close(false);
        if ((address & (alignment - 1)) != 0) {
            throw new Trap(Trap.Kind.REALLOC_UNALIGNED);
        }
        LinearMemory memory = memory();
        if (!memory.holds(Integer.toUnsignedLong(address), bytes)) {
            throw new Trap(Trap.Kind.REALLOC_RESULT);
        }
        memory.ran(1);
        return address;
    }

    /** Room for the elements of a list. */
    public int allocateList(int length, int size, int alignment) {
        long bytes = (long) length * size;
        if (bytes > Integer.MAX_VALUE) {
            throw Trap.of(Trap.Kind.LIST_TOO_LONG, bytes + " bytes do not fit a 32-bit memory");
        }
        return allocate(alignment, (int) bytes);
    }

    /** Checks where the elements of a list are. */
    public void checkList(int address, int length, int size, int alignment) {
        long bytes = Integer.toUnsignedLong(length) * size;
        Ranges.checkList(memory(), address, bytes, alignment);
        count(bytes);
    }

    private void count(long bytes) {
        lifted += bytes;
        if (lifted > LiftContext.MAX_LIFTED_BYTES) {
            throw LiftContext.tooMuch();
        }
    }

    public long get1(int address) {
        return memory().readByte(address);
    }

    public long get2(int address) {
        return memory().readShort(address);
    }

    public long get4(int address) {
        return memory().readInt(address);
    }

    public long get8(int address) {
        return memory().readLong(address);
    }

    public static void put1(long bits, Guest guest, int address) {
        guest.memory().writeByte(address, (byte) bits);
    }

    public static void put2(long bits, Guest guest, int address) {
        guest.memory().writeShort(address, (short) bits);
    }

    public static void put4(long bits, Guest guest, int address) {
        guest.memory().writeInt(address, (int) bits);
    }

    public static void put8(long bits, Guest guest, int address) {
        guest.memory().writeLong(address, bits);
    }

    /** @return the pointer, and in the high half the (tagged) length */
    public static long string(String text, Guest guest) {
        if (!guest.utf8) {
            long[] flat = Leaf.STRING.lower(text, guest);
            return flat[0] | flat[1] << 32;
        }
        if (isShortAscii(text)) {
            int address = guest.allocate(1, text.length());
            guest.memory().writeLatin1(address, text);
            return pair(address, text.length());
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringLowering.requireWellFormed(text, bytes);
        return bytes(bytes, guest);
    }

    private static boolean isShortAscii(String text) {
        if (text.length() > SHORT_TEXT) {
            return false;
        }
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            seen |= text.charAt(i);
        }
        return seen < 0x80;
    }

    private static long pair(int address, int length) {
        return Integer.toUnsignedLong(address) | (long) length << 32;
    }

    public static long bytes(byte[] bytes, Guest guest) {
        int address = guest.allocate(1, bytes.length);
        guest.memory().write(address, bytes, 0, bytes.length);
        return pair(address, bytes.length);
    }

    /** @param pair the pointer, and in the high half the (tagged) length */
    public static String string(long pair, Guest guest) {
        if (!guest.utf8) {
            return (String) Leaf.STRING.lift(new long[] {pair & 0xffff_ffffL, pair >>> 32}, guest);
        }
        int address = (int) pair;
        int bytes = (int) (pair >>> 32);
        LinearMemory memory = guest.memory();
        Ranges.checkString(memory, address, bytes);
        guest.count(Integer.toUnsignedLong(bytes));
        String text = Utf8.read(memory, address, bytes);
        if (text == null) {
            throw new Trap(Trap.Kind.INVALID_UTF8);
        }
        return text;
    }

    public static byte[] bytes(long pair, Guest guest) {
        int length = (int) (pair >>> 32);
        guest.checkList((int) pair, length, 1, 1);
        return guest.memory().read((int) pair, length);
    }

    public static List<?> list(Object[] elements) {
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    /** A value that has no Java type of its own. */
    public Leaf leaf(int index) {
        return leaves[index];
    }

    LiftContext lifting() {
        return new LiftContext(end.memory(), end.encoding(), call(), false);
    }

    LowerContext lowering() {
        return new LowerContext(end.memory(), end.reallocator(), end.encoding(), call());
    }

    private GuestHandles.Call call() {
        if (call == null) {
            call = handles.begin();
        }
        return call;
    }
}
