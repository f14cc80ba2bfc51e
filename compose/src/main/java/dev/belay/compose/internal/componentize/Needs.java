package dev.belay.compose.internal.componentize;

import dev.belay.component.abi.AddressType;
import dev.belay.component.abi.CoreSignature;
import dev.belay.component.abi.Flattening;
import dev.belay.component.model.Primitive;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import java.util.List;

/** Which canonical options a function cannot do without. */
record Needs(boolean memory, boolean realloc, boolean encoding) {
    static final Needs NOTHING = new Needs(false, false, false);

    static Needs lowered(FunctionType type, boolean async) {
        var signature = CoreSignature.of(type, AddressType.I32);
        int most = async ? Flattening.MAX_FLAT_ASYNC_PARAMS : Flattening.MAX_FLAT_PARAMS;
        boolean spills = signature.params().size() > most
                || (async ? !signature.results().isEmpty() : signature.results().size() > Flattening.MAX_FLAT_RESULTS);
        boolean received = type.result().filter(Needs::pointsToMemory).isPresent();
        return new Needs(spills || received || paramsPoint(type), received, hasText(type));
    }

    static Needs lifted(FunctionType type, boolean async) {
        var signature = CoreSignature.of(type, AddressType.I32);
        boolean received = paramsPoint(type) || signature.params().size() > Flattening.MAX_FLAT_PARAMS;
        boolean given = !async
                && (type.result().filter(Needs::pointsToMemory).isPresent()
                        || signature.results().size() > Flattening.MAX_FLAT_RESULTS);
        return new Needs(received || given, received, hasText(type));
    }

    /** Of a built-in that gives a value away, such as a task's result. */
    static Needs given(List<ValueType> values, boolean spills) {
        return new Needs(spills || values.stream().anyMatch(Needs::pointsToMemory), false, hasText(values));
    }

    private static boolean paramsPoint(FunctionType type) {
        return type.params().stream().anyMatch(p -> pointsToMemory(p.type()));
    }

    static boolean pointsToMemory(ValueType type) {
        return Parts.holds(type, t -> t instanceof ValueType.ListOf || t instanceof ValueType.MapOf || isText(t));
    }

    private static boolean hasText(FunctionType type) {
        return hasText(Parts.of(type));
    }

    static boolean hasText(List<ValueType> types) {
        return types.stream().anyMatch(type -> Parts.holds(type, Needs::isText));
    }

    private static boolean isText(ValueType type) {
        return type instanceof ValueType.Prim(var primitive) && primitive == Primitive.STRING;
    }
}
