package dev.belay.runtime.internal.endive;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.runtime.internal.typed.CallShape;
import java.lang.classfile.TypeKind;
import java.util.List;
import run.endive.wasm.UnlinkableException;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** Core function types in Endive's form, and the shapes of those that it has. */
final class EndiveTypes {
    private EndiveTypes() {}

    static FunctionType of(CoreType.Func type) {
        return FunctionType.of(types(type.params()), types(type.results()));
    }

    /**
     * @throws UnlinkableException if a value is neither a number nor of the size of one
     */
    static CallShape shape(FunctionType type) {
        return new CallShape(kinds(type.params()), kinds(type.returns()));
    }

    private static List<TypeKind> kinds(List<ValType> types) {
        return types.stream().map(EndiveTypes::kind).toList();
    }

    private static TypeKind kind(ValType type) {
        if (type.equals(ValType.I64)) {
            return TypeKind.LONG;
        } else if (type.equals(ValType.F32)) {
            return TypeKind.FLOAT;
        } else if (type.equals(ValType.F64)) {
            return TypeKind.DOUBLE;
        } else if (type.equals(ValType.I32) || type.equals(ValType.FuncRef)) {
            return TypeKind.INT;
        }
        throw new UnlinkableException("no function that is called by shape takes or gives values of type " + type);
    }

    private static List<ValType> types(List<CoreValType> types) {
        return types.stream().map(EndiveTypes::type).toList();
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
