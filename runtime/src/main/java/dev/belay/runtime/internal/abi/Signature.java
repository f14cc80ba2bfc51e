package dev.belay.runtime.internal.abi;

import dev.belay.component.abi.Flattening;
import dev.belay.component.model.CoreType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;

/** A function type with its layout worked out: moves all parameters, or the result, flat or through memory. */
public final class Signature {
    private final FunctionType type;
    private final AbiType[] params;
    private final Optional<AbiType> result;
    private final SequenceAbi paramsInMemory;
    private final boolean paramsSpill;
    private final boolean resultSpills;
    private final int flatParams;
    private final CoreType.Func lowered;

    private Signature(FunctionType type, AbiTypes types) {
        this.type = type;
        this.params = type.params().stream().map(p -> types.of(p.type())).toArray(AbiType[]::new);
        this.result = type.result().map(types::of);
        this.paramsInMemory = new SequenceAbi(
                new ValueType.Tuple(
                        type.params().stream().map(ValueType.Field::type).toList()),
                List.of(params));
        this.flatParams = Flattening.flattenParams(type).size();
        this.paramsSpill = flatParams > Flattening.MAX_FLAT_PARAMS;
        this.lowered = Flattening.lowered(type);
        this.resultSpills = Flattening.resultSpills(type);
    }

    public static Signature of(FunctionType type, AbiTypes types) {
        return new Signature(type, types);
    }

    public FunctionType type() {
        return type;
    }

    /** Of the core function that {@code canon lower} makes. */
    public CoreType.Func lowered() {
        return lowered;
    }

    /** A caller's flat arguments; what follows them, if anything, is left. */
    public Object[] liftParams(LiftContext context, Flat flat) {
        if (paramsSpill) {
            int address = flat.nextInt();
            Ranges.checkPointer(context.memory(), address, paramsInMemory.size(), paramsInMemory.alignment());
            return ((List<?>) paramsInMemory.load(context, address)).toArray();
        }
        var values = new Object[params.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = params[i].lift(context, flat);
        }
        return values;
    }

    /** The flat arguments for a callee. */
    public long[] lowerParams(LowerContext context, Object[] args) {
        if (args.length != params.length) {
            throw new IllegalArgumentException(
                    "expected " + params.length + " arguments, found " + args.length);
        }
        if (paramsSpill) {
            int address = context.allocate(paramsInMemory.alignment(), paramsInMemory.size());
            paramsInMemory.store(context, List.of(args), address);
            return new long[] {Integer.toUnsignedLong(address)};
        }
        Flat flat = Flat.writing(flatParams);
        for (int i = 0; i < params.length; i++) {
            try {
                params[i].lower(context, args[i], flat);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "argument '" + type.params().get(i).label() + "': " + e.getMessage(), e);
            }
        }
        return flat.values();
    }

    /** What a callee returned. */
    public Optional<Object> liftResult(LiftContext context, long[] values) {
        if (result.isEmpty()) {
            return Optional.empty();
        }
        Flat flat = Flat.reading(values);
        if (!resultSpills) {
            return Optional.of(result.get().lift(context, flat));
        }
        int address = flat.nextInt();
        Ranges.checkPointer(context.memory(), address, result.get().size(), result.get().alignment());
        return Optional.of(result.get().load(context, address));
    }

    /**
     * What a caller gets.
     *
     * @param rest the caller's flat arguments behind the parameters: where a result goes that does not fit flat
     */
    public long[] lowerResult(LowerContext context, Optional<Object> value, Flat rest) {
        if (result.isEmpty()) {
            return new long[0];
        }
        Object given = value.orElseThrow(() -> new IllegalArgumentException("expected a result, found none"));
        if (!resultSpills) {
            Flat flat = Flat.writing(result.get().flatCount());
            result.get().lower(context, given, flat);
            return flat.values();
        }
        int address = rest.nextInt();
        Ranges.checkPointer(context.memory(), address, result.get().size(), result.get().alignment());
        result.get().store(context, given, address);
        return new long[0];
    }
}
