package dev.belay.component.abi;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The core signatures of a component function: {@code flatten_functype} of the specification.
 *
 * @param params the flat parameters, were there no bound on their number
 * @param results the flat results, likewise
 * @param address what pointers are
 */
public record CoreSignature(List<CoreValType> params, List<CoreValType> results, AddressType address) {
    public CoreSignature {
        params = List.copyOf(params);
        results = List.copyOf(results);
    }

    public static CoreSignature of(FunctionType type, AddressType address) {
        return of(type, address, value -> Flattening.flatten(value, address));
    }

    /** As {@link #of(FunctionType, AddressType)}, given the flat types of values. */
    public static CoreSignature of(
            FunctionType type, AddressType address, Function<ValueType, List<CoreValType>> flatten) {
        var params = Flattening.concatenate(
                type.params().stream().map(ValueType.Field::type).toList(), flatten);
        return new CoreSignature(params, type.result().map(flatten).orElse(List.of()), address);
    }

    /** What {@code canon lift} without {@code async} expects of its core function. */
    public CoreType.Func lifted() {
        return new CoreType.Func(
                atMost(Flattening.MAX_FLAT_PARAMS, params), atMost(Flattening.MAX_FLAT_RESULTS, results));
    }

    /** What {@code canon lift} with {@code async} expects of its core function. */
    public CoreType.Func liftedAsync(boolean callback) {
        return new CoreType.Func(
                atMost(Flattening.MAX_FLAT_PARAMS, params), callback ? List.of(CoreValType.I32) : List.of());
    }

    /** What {@code canon lower} without {@code async} makes. */
    public CoreType.Func lowered() {
        var flat = new ArrayList<>(atMost(Flattening.MAX_FLAT_PARAMS, params));
        if (results.size() <= Flattening.MAX_FLAT_RESULTS) {
            return new CoreType.Func(flat, results);
        }
        flat.add(address.core());
        return new CoreType.Func(flat, List.of());
    }

    /** What {@code canon lower} with {@code async} makes. */
    public CoreType.Func loweredAsync() {
        var flat = new ArrayList<>(atMost(Flattening.MAX_FLAT_ASYNC_PARAMS, params));
        if (!results.isEmpty()) {
            flat.add(address.core());
        }
        return new CoreType.Func(flat, List.of(CoreValType.I32));
    }

    private List<CoreValType> atMost(int most, List<CoreValType> flat) {
        return flat.size() > most ? List.of(address.core()) : flat;
    }
}
