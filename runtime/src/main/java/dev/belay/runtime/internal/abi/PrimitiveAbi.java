package dev.belay.runtime.internal.abi;

import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import dev.belay.runtime.Trap;

/** Booleans, numbers and characters. */
public final class PrimitiveAbi extends AbiType {
    private static final int CANONICAL_NAN32 = 0x7fc00000;
    private static final long CANONICAL_NAN64 = 0x7ff8000000000000L;

    private final Primitive primitive;

    PrimitiveAbi(Primitive primitive) {
        super(ValueType.of(primitive));
        this.primitive = primitive;
    }

    @Override
    Object load(LiftContext context, int address) {
        var memory = context.memory();
        return switch (size()) {
            case 1 -> fromBits(memory.readByte(address));
            case 2 -> fromBits(memory.readShort(address));
            case 4 -> fromBits(memory.readInt(address));
            default -> fromBits(memory.readLong(address));
        };
    }

    @Override
    void store(LowerContext context, Object value, int address) {
        var memory = context.memory();
        long bits = toBits(value);
        switch (size()) {
            case 1 -> memory.writeByte(address, (byte) bits);
            case 2 -> memory.writeShort(address, (short) bits);
            case 4 -> memory.writeInt(address, (int) bits);
            default -> memory.writeLong(address, bits);
        }
    }

    @Override
    Object lift(LiftContext context, Flat flat) {
        return fromBits(flat.nextLong());
    }

    @Override
    void lower(LowerContext context, Object value, Flat flat) {
        long bits = toBits(value);
        if (size() == 8) {
            flat.putLong(bits);
        } else {
            flat.putInt((int) bits);
        }
    }

    /** @param bits only as many low ones count as the type has; a bool is true if any of its own is set */
    private Object fromBits(long bits) {
        return switch (primitive) {
            case BOOL -> (int) bits != 0;
            case S8 -> (int) (byte) bits;
            case U8 -> (int) bits & 0xff;
            case S16 -> (int) (short) bits;
            case U16 -> (int) bits & 0xffff;
            case S32 -> (int) bits;
            case U32 -> Integer.toUnsignedLong((int) bits);
            case S64, U64 -> bits;
            case F32 -> Float.intBitsToFloat(canonical((int) bits));
            case F64 -> Double.longBitsToDouble(canonical(bits));
            case CHAR -> character((int) bits);
            case STRING, ERROR_CONTEXT -> throw new IllegalStateException(primitive.text());
        };
    }

    /** The bits of a number, or the one NaN that there is between components. */
    public static int canonical(int bits) {
        return Float.isNaN(Float.intBitsToFloat(bits)) ? CANONICAL_NAN32 : bits;
    }

    public static long canonical(long bits) {
        return Double.isNaN(Double.longBitsToDouble(bits)) ? CANONICAL_NAN64 : bits;
    }

    /**
     * @throws Trap if a guest gives what is no Unicode scalar value
     */
    public static int character(int code) {
        if (code < 0 || code > Character.MAX_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) {
            throw Trap.of(Trap.Kind.INVALID_CHAR, "0x" + Integer.toHexString(code));
        }
        return code;
    }

    private long toBits(Object value) {
        return switch (primitive) {
            case BOOL -> value instanceof Boolean b ? (b ? 1 : 0) : fail(value);
            case S8 -> integer(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case U8 -> integer(value, 0, 0xff);
            case S16 -> integer(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case U16 -> integer(value, 0, 0xffff);
            case S32 -> integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case U32 -> integer(value, 0, 0xffff_ffffL);
            case S64, U64 -> integer(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case F32 -> value instanceof Float f ? Integer.toUnsignedLong(bits(f)) : fail(value);
            case F64 -> switch (value) {
                case Double d -> bits(d);
                case Float f -> bits(f.doubleValue());
                default -> fail(value);
            };
            case CHAR -> switch (value) {
                case Integer code when Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff) -> code;
                case Character c when !Character.isSurrogate(c) -> c;
                default -> fail(value);
            };
            case STRING, ERROR_CONTEXT -> throw new IllegalStateException(primitive.text());
        };
    }

    private static int bits(float f) {
        return Float.isNaN(f) ? CANONICAL_NAN32 : Float.floatToRawIntBits(f);
    }

    private static long bits(double d) {
        return Double.isNaN(d) ? CANONICAL_NAN64 : Double.doubleToRawLongBits(d);
    }

    private long integer(Object value, long min, long max) {
        long number = switch (value) {
            case Integer n -> n;
            case Long n -> n;
            case Short n -> n;
            case Byte n -> n;
            case java.math.BigInteger n when n.bitLength() <= (primitive == Primitive.U64 ? 64 : 63) -> n.longValue();
            default -> fail(value);
        };
        if (number < min || number > max) {
            throw new IllegalArgumentException(
                    "expected " + primitive.text() + ", a number from " + min + " to " + max + ", found " + number);
        }
        return number;
    }

    private long fail(Object value) {
        throw mismatch(primitive.text(), value);
    }
}
