package dev.belay.component.abi;

import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The place a value takes in linear memory. Memories are 32-bit ones where nothing else is said. */
public final class Layout {
    /** Larger sizes than this are cut to it: no memory holds them, and sums of a few do not overflow. */
    private static final long HUGE = 1L << 48;

    private Layout() {}

    /** The alignment in bytes: 1, 2, 4 or 8. */
    public static int alignment(ValueType type) {
        return extent(type, AddressType.I32).alignment();
    }

    /** The size in bytes, a multiple of the alignment. A long, since fixed-length lists can exceed 4 GiB. */
    public static long size(ValueType type) {
        return extent(type, AddressType.I32).size();
    }

    public static Extent extent(ValueType type, AddressType address) {
        return extent(type, address, part -> extent(part, address));
    }

    /** The extent of {@code type}, given those of the types it is directly made of. */
    public static Extent extent(ValueType type, AddressType address, Function<ValueType, Extent> parts) {
        return switch (type) {
            case ValueType.Prim t ->
                switch (t.primitive()) {
                    case BOOL, S8, U8 -> Extent.of(1);
                    case S16, U16 -> Extent.of(2);
                    case S32, U32, F32, CHAR, ERROR_CONTEXT -> Extent.of(4);
                    case S64, U64, F64 -> Extent.of(8);
                    case STRING -> pointerAndLength(address);
                };
            case ValueType.Record t ->
                sequence(t.fields().stream().map(field -> parts.apply(field.type())).toList());
            case ValueType.Tuple t -> sequence(t.types().stream().map(parts).toList());
            case ValueType.Variant t ->
                variant(t.cases().stream().map(ValueType.Case::type).toList(), parts);
            case ValueType.Enum t -> Extent.of(discriminantSize(t.labels().size()));
            case ValueType.Option t -> variant(List.of(Optional.empty(), Optional.of(t.type())), parts);
            case ValueType.Result t -> variant(List.of(t.ok(), t.error()), parts);
            case ValueType.Flags t -> Extent.of(flagsSize(t.labels().size()));
            case ValueType.FixedList t -> {
                Extent element = parts.apply(t.element());
                long length = Integer.toUnsignedLong(t.length());
                boolean huge = length > 0 && element.size() > HUGE / length;
                yield new Extent(huge ? HUGE : length * element.size(), element.alignment());
            }
            case ValueType.ListOf _, ValueType.MapOf _ -> pointerAndLength(address);
            case ValueType.Own _, ValueType.Borrow _, ValueType.Stream _, ValueType.Future _ -> Extent.of(4);
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
            if (c.type().isPresent()) {
                widest = Math.max(widest, alignment(c.type().get()));
            }
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

    private static Extent pointerAndLength(AddressType address) {
        return new Extent(2L * address.size(), address.size());
    }

    private static Extent variant(List<Optional<ValueType>> payloads, Function<ValueType, Extent> parts) {
        int discriminant = discriminantSize(payloads.size());
        int alignment = 1;
        long largest = 0;
        for (var payload : payloads) {
            if (payload.isPresent()) {
                Extent extent = parts.apply(payload.get());
                alignment = Math.max(alignment, extent.alignment());
                largest = Math.max(largest, extent.size());
            }
        }
        long size = align(discriminant, alignment) + largest;
        int widest = Math.max(discriminant, alignment);
        return new Extent(align(Math.min(size, HUGE), widest), widest);
    }

    private static Extent sequence(List<Extent> extents) {
        long size = 0;
        int widest = 1;
        for (var extent : extents) {
            widest = Math.max(widest, extent.alignment());
            size = Math.min(HUGE, align(size, extent.alignment()) + extent.size());
        }
        return new Extent(align(size, widest), widest);
    }
}
