package dev.belay.component.abi;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The core values that stand for a value or a signature. Memories are 32-bit ones where nothing else is said. */
public final class Flattening {
    /** More flat parameters than this are passed through memory. */
    public static final int MAX_FLAT_PARAMS = 16;
    /** More flat parameters than this are passed through memory where the call is lowered with {@code async}. */
    public static final int MAX_FLAT_ASYNC_PARAMS = 4;
    /** More flat results than this are passed through memory. */
    public static final int MAX_FLAT_RESULTS = 1;

    /** Flattening stops past this many values: all that matters then is that there are too many. */
    private static final int ENOUGH = MAX_FLAT_PARAMS + 1;

    private Flattening() {}

    /** The flat types of a value; of one that has over {@link #MAX_FLAT_PARAMS}, at least one more than that. */
    public static List<CoreValType> flatten(ValueType type) {
        return flatten(type, AddressType.I32);
    }

    public static List<CoreValType> flatten(ValueType type, AddressType address) {
        return flatten(type, address, part -> flatten(part, address));
    }

    /** The flat types of {@code type}, given those of the types it is directly made of. */
    public static List<CoreValType> flatten(
            ValueType type, AddressType address, Function<ValueType, List<CoreValType>> parts) {
        return switch (type) {
            case ValueType.Prim t ->
                switch (t.primitive()) {
                    case BOOL, S8, U8, S16, U16, S32, U32, CHAR, ERROR_CONTEXT -> List.of(CoreValType.I32);
                    case S64, U64 -> List.of(CoreValType.I64);
                    case F32 -> List.of(CoreValType.F32);
                    case F64 -> List.of(CoreValType.F64);
                    case STRING -> pointerAndLength(address);
                };
            case ValueType.Record t -> concatenate(t.fields().stream().map(ValueType.Field::type).toList(), parts);
            case ValueType.Tuple t -> concatenate(t.types(), parts);
            case ValueType.FixedList t -> repeat(parts.apply(t.element()), Integer.toUnsignedLong(t.length()));
            case ValueType.ListOf _, ValueType.MapOf _ -> pointerAndLength(address);
            case ValueType.Variant t ->
                variant(t.cases().stream().map(ValueType.Case::type).toList(), parts);
            case ValueType.Option t -> variant(List.of(Optional.empty(), Optional.of(t.type())), parts);
            case ValueType.Result t -> variant(List.of(t.ok(), t.error()), parts);
            case ValueType.Flags _,
                    ValueType.Enum _,
                    ValueType.Own _,
                    ValueType.Borrow _,
                    ValueType.Stream _,
                    ValueType.Future _ -> List.of(CoreValType.I32);
        };
    }

    public static List<CoreValType> flattenParams(FunctionType type) {
        return concatenate(type.params().stream().map(ValueType.Field::type).toList(), Flattening::flatten);
    }

    public static List<CoreValType> flattenResult(FunctionType type) {
        return type.result().map(Flattening::flatten).orElse(List.of());
    }

    public static boolean paramsSpill(FunctionType type) {
        return flattenParams(type).size() > MAX_FLAT_PARAMS;
    }

    public static boolean resultSpills(FunctionType type) {
        return flattenResult(type).size() > MAX_FLAT_RESULTS;
    }

    /** The core signature that {@code canon lift} expects of its core function (synchronous). */
    public static CoreType.Func lifted(FunctionType type) {
        return CoreSignature.of(type, AddressType.I32, Flattening::flatten).lifted();
    }

    /** The core signature of what {@code canon lower} makes (synchronous). */
    public static CoreType.Func lowered(FunctionType type) {
        return CoreSignature.of(type, AddressType.I32, Flattening::flatten).lowered();
    }

    /** The flat types of a variant's payload: each the join of what the cases have at its place. */
    public static List<CoreValType> flattenPayloads(List<Optional<ValueType>> payloads) {
        return flattenPayloads(payloads, Flattening::flatten);
    }

    /** One after the other, but no more than tells that there are too many. */
    static List<CoreValType> concatenate(List<ValueType> types, Function<ValueType, List<CoreValType>> parts) {
        var flat = new ArrayList<CoreValType>();
        for (var type : types) {
            if (flat.size() >= ENOUGH) {
                break;
            }
            flat.addAll(parts.apply(type));
        }
        return flat;
    }

    private static List<CoreValType> flattenPayloads(
            List<Optional<ValueType>> payloads, Function<ValueType, List<CoreValType>> parts) {
        var joined = new ArrayList<CoreValType>();
        for (var payload : payloads) {
            if (payload.isEmpty()) {
                continue;
            }
            List<CoreValType> flat = parts.apply(payload.get());
            for (int i = 0; i < flat.size(); i++) {
                if (i < joined.size()) {
                    joined.set(i, join(joined.get(i), flat.get(i)));
                } else {
                    joined.add(flat.get(i));
                }
            }
        }
        return joined;
    }

    private static List<CoreValType> pointerAndLength(AddressType address) {
        return List.of(address.core(), address.core());
    }

    private static List<CoreValType> repeat(List<CoreValType> element, long times) {
        var flat = new ArrayList<CoreValType>();
        for (long i = 0; i < times && flat.size() < ENOUGH; i++) {
            flat.addAll(element);
        }
        return flat;
    }

    private static List<CoreValType> variant(
            List<Optional<ValueType>> payloads, Function<ValueType, List<CoreValType>> parts) {
        var flat = new ArrayList<CoreValType>();
        flat.add(CoreValType.I32);
        flat.addAll(flattenPayloads(payloads, parts));
        return flat;
    }

    private static CoreValType join(CoreValType a, CoreValType b) {
        if (a.equals(b)) {
            return a;
        }
        boolean both32 = (a == CoreValType.I32 && b == CoreValType.F32) || (a == CoreValType.F32 && b == CoreValType.I32);
        return both32 ? CoreValType.I32 : CoreValType.I64;
    }
}
