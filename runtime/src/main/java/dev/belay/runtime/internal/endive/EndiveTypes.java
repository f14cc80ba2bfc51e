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

    /** Whether it is that type; nothing is made for it, since it is asked for each import of each instance. */
    static boolean is(FunctionType asked, CoreType.Func type) {
        return are(asked.params(), type.params()) && are(asked.returns(), type.results());
    }

    private static boolean are(List<ValType> asked, List<CoreValType> types) {
        if (asked.size() != types.size()) {
            return false;
        }
        for (int i = 0; i < asked.size(); i++) {
            if (!asked.get(i).equals(type(types.get(i)))) {
                return false;
            }
        }
        return true;
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
