package dev.belay.runtime.internal.endive;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import java.util.List;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** Core function types in Endive's form. */
final class EndiveTypes {
    private EndiveTypes() {}

    static FunctionType of(CoreType.Func type) {
        return FunctionType.of(types(type.params()), types(type.results()));
    }

    private static List<ValType> types(List<CoreValType> types) {
        // for each import of each instance: no stream
        var result = new ValType[types.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = type(types.get(i));
        }
        return List.of(result);
    }

    private static ValType type(CoreValType type) {
        return switch (type) {
            case CoreValType.Num.I32 -> ValType.I32;
            case CoreValType.Num.I64 -> ValType.I64;
            case CoreValType.Num.F32 -> ValType.F32;
            case CoreValType.Num.F64 -> ValType.F64;
            case CoreValType.Num.V128 -> ValType.V128;
            case CoreValType.Ref _ ->
                throw new UnlinkableException("no function of the canonical ABI takes or gives a reference");
        };
    }
}
