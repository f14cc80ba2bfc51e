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
import dev.belay.runtime.internal.typed.ReallocCall;
import org.jspecify.annotations.Nullable;

/**
 * The way of values from one component to another: what written classes call for each of them. Methods named {@code copy}
 * move a value from an address to an address, which are both aligned and in bounds.
 */
public final class Way {
    /** Up to here bytes are copied by a loop, since asking whether they lie in one piece costs more. */
    private static final int SHORT = 64;

    private final @Nullable LinearMemory from;
    private final @Nullable LinearMemory to;
    private final End source;
    private final End target;
    private final RuntimeResource[] resources;
    private final @Nullable ReallocCall realloc;
    private final boolean asItIs;
    private long passed;
    private @Nullable HandleLifter lifter;
    private @Nullable HandleLowerer lowerer;

    Way(End source, End target, RuntimeResource[] resources) {
        this.source = source;
        this.target = target;
        this.from = source.memory().orElse(null);
        this.to = target.memory().orElse(null);
        this.realloc = target.realloc().orElse(null);
        this.resources = resources;
        this.asItIs = source.encoding() == StringEncoding.UTF8 && target.encoding() == StringEncoding.UTF8;
    }

    /** A call begins. */
    void begin() {
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

    /** Room in the receiver's memory. */
    public int allocate(int alignment, int bytes) {
        int address = target.gate().reallocate(some(realloc), alignment, bytes);
        if ((address & (alignment - 1)) != 0) {
            throw new Trap(Trap.Kind.REALLOC_UNALIGNED);
        }
        if (!to().holds(Integer.toUnsignedLong(address), bytes)) {
            throw new Trap(Trap.Kind.REALLOC_RESULT);
        }
        return address;
    }

    public int readInt(int address) {
        return from().readInt(address);
    }

    public void writeInt(int address, int value) {
        to().writeInt(address, value);
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
        if (length > SHORT) {
            LinearMemory.copy(from(), source, to(), target, length);
            return;
        }
        int at = 0;
        for (; length - at >= 8; at += 8) {
            to().writeLong(target + at, from().readLong(source + at));
        }
        if (length - at >= 4) {
            to().writeInt(target + at, from().readInt(source + at));
            at += 4;
        }
        for (; at < length; at++) {
            to().writeByte(target + at, from().readByte(source + at));
        }
    }

    public void copyString(int source, int target) {
        long moved = string(from().readInt(source), from().readInt(source + 4));
        to().writeInt(target, (int) moved);
        to().writeInt(target + 4, (int) (moved >>> 32));
    }

    /** A list whose elements are the same bytes for everyone. */
    public void copyPlainList(int source, int target, int size, int alignment) {
        int length = from().readInt(source + 4);
        int moved = plainList(from().readInt(source), length, size, alignment);
        to().writeInt(target, moved);
        to().writeInt(target + 4, length);
    }

    public void copyOwn(int source, int target, int resource) {
        to().writeInt(target, own(from().readInt(source), resource));
    }

    public void copyBorrow(int source, int target, int resource) {
        to().writeInt(target, borrow(from().readInt(source), resource));
    }

    /** @return the pointer, and in the high half the (tagged) length in code units */
    public long string(int address, int units) {
        if (!asItIs) {
            return StringPassing.pass(
                    from(), source.encoding(), address, units, to(), target.encoding(), target.reallocator());
        }
        Ranges.checkString(from(), address, units);
        count(Integer.toUnsignedLong(units));
        if (!Utf8.isValid(from(), address, units)) {
            throw new Trap(Trap.Kind.INVALID_UTF8);
        }
        int moved = allocate(1, units);
        copyBytes(address, moved, units);
        return Integer.toUnsignedLong(moved) | (long) units << 32;
    }

    public int plainList(int address, int length, int size, int alignment) {
        int moved = list(address, length, size, alignment);
        copyBytes(address, moved, length * size);
        return moved;
    }

    /** Checks a list and makes room for it. */
    public int list(int address, int length, int size, int alignment) {
        long bytes = Integer.toUnsignedLong(length) * size;
        Ranges.checkList(from(), address, bytes, alignment);
        count(bytes);
        return allocate(alignment, (int) bytes);
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
