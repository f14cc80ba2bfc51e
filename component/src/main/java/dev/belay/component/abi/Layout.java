package dev.belay.component.abi;

import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;

/** The place a value takes in linear memory. */
public final class Layout {
    private Layout() {}

    /** The alignment in bytes: 1, 2, 4 or 8. */
    public static int alignment(ValueType type) {
        return switch (type) {
            case ValueType.Prim t -> switch (t.primitive()) {
                case BOOL, S8, U8 -> 1;
                case S16, U16 -> 2;
                case S32, U32, F32, CHAR, STRING, ERROR_CONTEXT -> 4;
                case S64, U64, F64 -> 8;
            };
            case ValueType.Record t -> {
                int widest = 1;
                for (var field : t.fields()) {
                    widest = Math.max(widest, alignment(field.type()));
                }
                yield widest;
            }
            case ValueType.Tuple t -> {
                int widest = 1;
                for (var element : t.types()) {
                    widest = Math.max(widest, alignment(element));
                }
                yield widest;
            }
            case ValueType.Variant t ->
                Math.max(discriminantSize(t.cases().size()), payloadAlignment(t.cases()));
            case ValueType.Enum t -> discriminantSize(t.labels().size());
            case ValueType.Option t -> Math.max(1, alignment(t.type()));
            case ValueType.Result t -> Math.max(alignment(t.ok()), alignment(t.error()));
            case ValueType.Flags t -> flagsSize(t.labels().size());
            case ValueType.FixedList t -> alignment(t.element());
            case ValueType.ListOf _,
                    ValueType.MapOf _,
                    ValueType.Own _,
                    ValueType.Borrow _,
                    ValueType.Stream _,
                    ValueType.Future _ -> 4;
        };
    }

    /** The size in bytes, a multiple of the alignment. A long, since fixed-length lists can exceed 4 GiB. */
    public static long size(ValueType type) {
        return switch (type) {
            case ValueType.Prim t -> switch (t.primitive()) {
                case BOOL, S8, U8 -> 1;
                case S16, U16 -> 2;
                case S32, U32, F32, CHAR, ERROR_CONTEXT -> 4;
                case S64, U64, F64, STRING -> 8;
            };
            case ValueType.Record t -> sequence(t.fields().stream().map(ValueType.Field::type).toList());
            case ValueType.Tuple t -> sequence(t.types());
            case ValueType.Variant t -> variantSize(
                    discriminantSize(t.cases().size()), payloadAlignment(t.cases()), payloadSize(t.cases()));
            case ValueType.Enum t -> discriminantSize(t.labels().size());
            case ValueType.Option t -> variantSize(1, alignment(t.type()), size(t.type()));
            case ValueType.Result t -> variantSize(
                    1,
                    Math.max(alignment(t.ok()), alignment(t.error())),
                    Math.max(size(t.ok()), size(t.error())));
            case ValueType.Flags t -> flagsSize(t.labels().size());
            case ValueType.FixedList t -> saturatingMultiply(size(t.element()), Integer.toUnsignedLong(t.length()));
            case ValueType.ListOf _, ValueType.MapOf _ -> 8;
            case ValueType.Own _, ValueType.Borrow _, ValueType.Stream _, ValueType.Future _ -> 4;
        };
    }

    /** The bytes that tell {@code cases} cases apart: 1, 2 or 4. */
    public static int discriminantSize(int cases) {
        return cases <= 1 << 8 ? 1 : cases <= 1 << 16 ? 2 : 4;
    }

    /** Where a variant's payload starts, in bytes from the start of the variant. */
    public static int payloadOffset(int cases, int payloadAlignment) {
        return (int) align(discriminantSize(cases), payloadAlignment);
    }

    /** The widest alignment of the cases' payloads; 1 if there are none. */
    public static int payloadAlignment(List<ValueType.Case> cases) {
        int widest = 1;
        for (var c : cases) {
            widest = Math.max(widest, alignment(c.type()));
        }
        return widest;
    }

    /** The bytes that hold {@code labels} flags (1 to 32 of them): 1, 2 or 4. */
    public static int flagsSize(int labels) {
        return labels <= 8 ? 1 : labels <= 16 ? 2 : 4;
    }

    /** {@code offset} rounded up to a multiple of {@code alignment}, a power of two. */
    public static long align(long offset, int alignment) {
        return (offset + alignment - 1) & -alignment;
    }

    private static int alignment(Optional<ValueType> type) {
        return type.isPresent() ? alignment(type.get()) : 1;
    }

    private static long size(Optional<ValueType> type) {
        return type.isPresent() ? size(type.get()) : 0;
    }

    private static long payloadSize(List<ValueType.Case> cases) {
        long largest = 0;
        for (var c : cases) {
            largest = Math.max(largest, size(c.type()));
        }
        return largest;
    }

    private static long variantSize(int discriminant, int payloadAlignment, long payload) {
        long size = align(discriminant, payloadAlignment) + payload;
        return align(size, Math.max(discriminant, payloadAlignment));
    }

    private static long sequence(List<ValueType> types) {
        long size = 0;
        int widest = 1;
        for (var type : types) {
            int alignment = alignment(type);
            widest = Math.max(widest, alignment);
            size = align(size, alignment) + size(type);
        }
        return align(size, widest);
    }

    private static long saturatingMultiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high != 0 || low < 0 || low > Long.MAX_VALUE / 4 ? Long.MAX_VALUE / 4 : low;
    }
}
