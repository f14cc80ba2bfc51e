package dev.belay.runtime.internal.fuse;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.LiftContext;
import dev.belay.runtime.internal.abi.LiftContext.HandleLifter;
import dev.belay.runtime.internal.abi.LowerContext.HandleLowerer;
import dev.belay.runtime.internal.abi.Ranges;
import dev.belay.runtime.internal.abi.RuntimeResource;
import dev.belay.runtime.internal.abi.StringPassing;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.memory.Spans;
import dev.belay.runtime.internal.memory.Utf8;
import dev.belay.runtime.internal.typed.ReallocCall;
import org.jspecify.annotations.Nullable;

/**
 * The way of values from one component to another: what written classes call for each of them. Methods named {@code copy}
 * move a value from an address to an address, which are both aligned and in bounds.
 */
public final class Way {
    private final @Nullable LinearMemory from;
    private final @Nullable LinearMemory to;
    private final End source;
    private final End target;
    private final Gate targetGate;
    private final RuntimeResource[] resources;
    private final @Nullable ReallocCall realloc;
    private final boolean asItIs;
    private long passed;
    private @Nullable HandleLifter lifter;
    private @Nullable HandleLowerer lowerer;

    Way(End source, End target, RuntimeResource[] resources) {
        this.source = source;
        this.target = target;
        this.targetGate = target.gate();
        this.from = source.memory().orElse(null);
        this.to = target.memory().orElse(null);
        this.realloc = target.realloc().orElse(null);
        this.resources = resources;
        this.asItIs = source.encoding() == StringEncoding.UTF8 && target.encoding() == StringEncoding.UTF8;
    }

    /** A call begins in which strings or lists go this way. */
    public void begin() {
        passed = 0;
    }

    void handles(HandleLifter lifts, HandleLowerer lowers) {
        lifter = lifts;
        lowerer = lowers;
    }

    private LinearMemory from() {
        return some(from);
    }

    private LinearMemory to() {
        return some(to);
    }

    /** Checked by the validator: a definition whose type needs a memory, a realloc or handles has them. */
    private static <T> T some(@Nullable T given) {
        if (given == null) {
            throw new IllegalStateException("a value needs what its canonical options do not name");
        }
        return given;
    }

    /** Checks where a sender says that parameters or a result are. */
    public void checkSource(int address, int size, int alignment) {
        Ranges.checkPointer(from(), address, size, alignment);
    }

    /** Checks where a receiver wants the result. */
    public void checkTarget(int address, int size, int alignment) {
        Ranges.checkPointer(to(), address, size, alignment);
    }

    /** What to call for room in the receiver's memory; the receiver may not call out meanwhile. */
    public ReallocCall beginAllocation() {
        targetGate.close(true);
        return some(realloc);
    }

    /** Checks what it gave. */
    public void endAllocation(int address, int alignment, int bytes) {
        targetGate.close(false);
        if ((address & (alignment - 1)) != 0) {
            throw new Trap(Trap.Kind.REALLOC_UNALIGNED);
        }
        LinearMemory memory = to();
        if (!memory.holds(Integer.toUnsignedLong(address), bytes)) {
            throw new Trap(Trap.Kind.REALLOC_RESULT);
        }
        memory.ran(1);
    }

    public int readInt(int address) {
        return from().readInt(address);
    }

    public void writeInt(int address, int value) {
        to().writeInt(address, value);
    }

    public void writeLong(int address, long value) {
        to().writeLong(address, value);
    }

    public static int bool(int value) {
        return value != 0 ? 1 : 0;
    }

    public static int character(int code) {
        if (code < 0 || code > Character.MAX_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) {
            throw Trap.of(Trap.Kind.INVALID_CHAR, "0x" + Integer.toHexString(code));
        }
        return code;
    }

    /** A case of a variant or an enum. */
    public static int discriminant(int index, int cases) {
        if (Integer.compareUnsigned(index, cases) >= 0) {
            throw Trap.of(
                    Trap.Kind.INVALID_DISCRIMINANT, Integer.toUnsignedString(index) + " of " + cases + " cases");
        }
        return index;
    }

    public void copyBool(int source, int target) {
        to().writeByte(target, (byte) bool(from().readByte(source)));
    }

    public void copy1(int source, int target) {
        to().writeByte(target, from().readByte(source));
    }

    public void copy2(int source, int target) {
        to().writeShort(target, from().readShort(source));
    }

    public void copy4(int source, int target) {
        to().writeInt(target, from().readInt(source));
    }

    public void copy8(int source, int target) {
        to().writeLong(target, from().readLong(source));
    }

    public void copyCharacter(int source, int target) {
        to().writeInt(target, character(from().readInt(source)));
    }

    /** @return the case */
    public int copyDiscriminant(int source, int target, int size, int cases) {
        int index =
                switch (size) {
                    case 1 -> from().readByte(source) & 0xff;
                    case 2 -> from().readShort(source) & 0xffff;
                    default -> from().readInt(source);
                };
        discriminant(index, cases);
        switch (size) {
            case 1 -> to().writeByte(target, (byte) index);
            case 2 -> to().writeShort(target, (short) index);
            default -> to().writeInt(target, index);
        }
        return index;
    }

    public void copyFlags(int source, int target, int size, int mask) {
        switch (size) {
            case 1 -> to().writeByte(target, (byte) (from().readByte(source) & mask));
            case 2 -> to().writeShort(target, (short) (from().readShort(source) & mask));
            default -> to().writeInt(target, from().readInt(source) & mask);
        }
    }

    public void copyBytes(int source, int target, int length) {
        Spans.copy(from(), source, to(), target, length);
    }

    public void copyOwn(int source, int target, int resource) {
        to().writeInt(target, own(from().readInt(source), resource));
    }

    public void copyBorrow(int source, int target, int resource) {
        to().writeInt(target, borrow(from().readInt(source), resource));
    }

    /** Whether strings are copied as they are, being UTF-8 on both sides. */
    public boolean isAsItIs() {
        return asItIs;
    }

    /** @return the pointer, and in the high half the (tagged) length in code units */
    public long encodedAnew(int address, int units) {
        return StringPassing.pass(
                from(), source.encoding(), address, units, to(), target.encoding(), target.reallocator());
    }

    /** A string that is copied as it is. */
    public void checkString(int address, int bytes) {
        Ranges.checkString(from(), address, bytes);
        count(Integer.toUnsignedLong(bytes));
        if (!Utf8.isValid(from(), address, bytes)) {
            throw new Trap(Trap.Kind.INVALID_UTF8);
        }
    }

    /** @return the bytes of its elements */
    public int checkList(int address, int length, int size, int alignment) {
        long bytes = Integer.toUnsignedLong(length) * size;
        Ranges.checkList(from(), address, bytes, alignment);
        count(bytes);
        return (int) bytes;
    }

    /** A receiver's realloc can give the same place again and again: its memory is no bound on the work. */
    private void count(long bytes) {
        passed += bytes;
        if (passed > LiftContext.MAX_LIFTED_BYTES) {
            throw LiftContext.tooMuch();
        }
    }

    public int own(int index, int resource) {
        return some(lowerer).lowerOwn(some(lifter).liftOwn(index, resources[resource]), resources[resource]);
    }

    public int borrow(int index, int resource) {
        return some(lowerer).lowerBorrow(some(lifter).liftBorrow(index, resources[resource]), resources[resource]);
    }
}
