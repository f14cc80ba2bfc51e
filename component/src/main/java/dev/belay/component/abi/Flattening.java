package dev.belay.component.abi;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The core values that stand for a value or a signature. */
public final class Flattening {
    /** More flat parameters than this are passed through memory. */
    public static final int MAX_FLAT_PARAMS = 16;
    /** More flat results than this are passed through memory. */
    public static final int MAX_FLAT_RESULTS = 1;

    /** Flattening stops past this many values: all that matters then is that there are too many. */
    private static final int ENOUGH = MAX_FLAT_PARAMS + 1;

    private Flattening() {}

    /** The flat types of a value; of one that has over {@link #MAX_FLAT_PARAMS}, at least one more than that. */
    public static List<CoreValType> flatten(ValueType type) {
        var flat = new ArrayList<CoreValType>();
        flatten(type, flat);
        return flat;
    }

    public static List<CoreValType> flattenParams(FunctionType type) {
        var flat = new ArrayList<CoreValType>();
        for (var param : type.params()) {
            flatten(param.type(), flat);
        }
        return flat;
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
        List<CoreValType> params = paramsSpill(type) ? List.of(CoreValType.I32) : flattenParams(type);
        List<CoreValType> results = resultSpills(type) ? List.of(CoreValType.I32) : flattenResult(type);
        return new CoreType.Func(params, results);
    }

    /** The core signature of what {@code canon lower} makes (synchronous). */
    public static CoreType.Func lowered(FunctionType type) {
        var params = new ArrayList<>(paramsSpill(type) ? List.of(CoreValType.I32) : flattenParams(type));
        if (!resultSpills(type)) {
            return new CoreType.Func(params, flattenResult(type));
        }
        params.add(CoreValType.I32);
        return new CoreType.Func(params, List.of());
    }

    /** The flat types of a variant's payload: each the join of what the cases have at its place. */
    public static List<CoreValType> flattenPayloads(List<Optional<ValueType>> payloads) {
        var joined = new ArrayList<CoreValType>();
        for (var payload : payloads) {
            if (payload.isEmpty()) {
                continue;
            }
            List<CoreValType> flat = flatten(payload.get());
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

    private static void flatten(ValueType type, List<CoreValType> flat) {
        if (flat.size() >= ENOUGH) {
            return;
        }
        switch (type) {
            case ValueType.Prim t -> {
                switch (t.primitive()) {
                    case BOOL, S8, U8, S16, U16, S32, U32, CHAR, ERROR_CONTEXT -> flat.add(CoreValType.I32);
                    case S64, U64 -> flat.add(CoreValType.I64);
                    case F32 -> flat.add(CoreValType.F32);
                    case F64 -> flat.add(CoreValType.F64);
                    case STRING -> {
                        flat.add(CoreValType.I32);
                        flat.add(CoreValType.I32);
                    }
                }
            }
            case ValueType.Record t -> t.fields().forEach(f -> flatten(f.type(), flat));
            case ValueType.Tuple t -> t.types().forEach(e -> flatten(e, flat));
            case ValueType.FixedList t -> {
                for (long i = 0; i < Integer.toUnsignedLong(t.length()) && flat.size() < ENOUGH; i++) {
                    flatten(t.element(), flat);
                }
            }
            case ValueType.ListOf _, ValueType.MapOf _ -> {
                flat.add(CoreValType.I32);
                flat.add(CoreValType.I32);
            }
            case ValueType.Variant t ->
                variant(t.cases().stream().map(ValueType.Case::type).toList(), flat);
            case ValueType.Option t -> variant(List.of(Optional.empty(), Optional.of(t.type())), flat);
            case ValueType.Result t -> variant(List.of(t.ok(), t.error()), flat);
            case ValueType.Flags _,
                    ValueType.Enum _,
                    ValueType.Own _,
                    ValueType.Borrow _,
                    ValueType.Stream _,
                    ValueType.Future _ -> flat.add(CoreValType.I32);
        }
    }

    private static void variant(List<Optional<ValueType>> payloads, List<CoreValType> flat) {
        flat.add(CoreValType.I32);
        flat.addAll(flattenPayloads(payloads));
    }

    private static CoreValType join(CoreValType a, CoreValType b) {
        if (a.equals(b)) {
            return a;
        }
        boolean both32 = (a == CoreValType.I32 && b == CoreValType.F32) || (a == CoreValType.F32 && b == CoreValType.I32);
        return both32 ? CoreValType.I32 : CoreValType.I64;
    }
}
