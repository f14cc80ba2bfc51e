package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.CallShape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import run.endive.wasm.types.FunctionType;

/** Writes calls by shape, where a vector is two longs, from and to compiled functions, where it is an object. */
final class Typed {
    private Typed() {}

    /** Makes the call that is on the stack, with the parameters that the first local variables hold. */
    static void callAndReturn(CodeBuilder code, FunctionType type) {
        CallShape shape = Kind.shape(type);
        code.checkcast(shape.owner());
        int slot = 0;
        for (Kind kind : Kind.all(type.params())) {
            code.loadLocal(kind.jvm(), slot);
            if (kind == Kind.VECTOR) {
                Raw.half(code, "low");
                code.aload(slot);
                Raw.half(code, "high");
            }
            slot += kind.slots();
        }
        code.invokevirtual(shape.owner(), CallShape.CALL, shape.method());
        if (isVector(type)) {
            code.invokestatic(
                    Kind.VECTOR.desc(), "of", MethodTypeDesc.of(Kind.VECTOR.desc(), Descs.LONGS));
            code.areturn();
        } else {
            code.return_(TypeKind.from(shape.method().returnType()).asLoadable());
        }
    }

    /** Calls a compiled function with the parameters of a shape, which local variables from 1 on hold, and the state. */
    static void callCompiled(CodeBuilder code, FunctionType type, int function, Runnable loadState) {
        int slot = 1;
        for (Kind kind : Kind.all(type.params())) {
            if (kind == Kind.VECTOR) {
                code.lload(slot).lload(slot + 2);
                Raw.vector(code);
                slot += 4;
            } else {
                code.loadLocal(kind.jvm(), slot);
                slot += kind.slots();
            }
        }
        loadState.run();
        code.invokestatic(
                Descs.chunk(JitCode.chunkOf(function)), Descs.function(function), Descs.method(type));
        if (isVector(type)) {
            code.invokevirtual(Kind.VECTOR.desc(), "toArray", MethodTypeDesc.of(Descs.LONGS));
        }
        code.return_(TypeKind.from(Kind.shape(type).method().returnType()).asLoadable());
    }

    private static boolean isVector(FunctionType type) {
        return Kind.all(type.returns()).equals(List.of(Kind.VECTOR));
    }
}
