package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.CallShape;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import run.endive.runtime.WasmException;
import run.endive.wasm.types.FunctionType;

/** Writes the class of calls of one function from outside: an instance's state, and the call with it. */
final class LinkWriter {
    private static final ClassDesc LINK = Descs.of(JitLink.class);
    private static final MethodTypeDesc WITH_STATE = MethodTypeDesc.of(ConstantDescs.CD_void, Descs.STATE);

    private LinkWriter() {}

    static byte[] write(ModuleFacts facts, int function) {
        ClassDesc self = Descs.link(function);
        CallShape shape = Kind.shape(facts.type(function));
        return ClassFile.of().build(self, writer -> {
            writer.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER)
                    .withSuperclass(shape.owner())
                    .withInterfaceSymbols(LINK)
                    .withField("state", Descs.STATE, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                    .withMethodBody(
                            ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                                    .aconst_null()
                                    .invokespecial(self, ConstantDescs.INIT_NAME, WITH_STATE)
                                    .return_())
                    .withMethodBody(ConstantDescs.INIT_NAME, WITH_STATE, ClassFile.ACC_PRIVATE, code -> code.aload(0)
                            .invokespecial(shape.owner(), ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                            .aload(0)
                            .aload(1)
                            .putfield(self, "state", Descs.STATE)
                            .return_())
                    .withMethodBody(
                            "of", MethodTypeDesc.of(Descs.CALL, Descs.STATE), ClassFile.ACC_PUBLIC, code -> code.new_(
                                            self)
                                    .dup()
                                    .aload(1)
                                    .invokespecial(self, ConstantDescs.INIT_NAME, WITH_STATE)
                                    .areturn())
                    .withMethodBody(CallShape.CALL, shape.method(), ClassFile.ACC_PUBLIC, code -> call(
                            code, facts.type(function), function, () -> code.aload(0).getfield(self, "state", Descs.STATE)));
        });
    }

    /** Calls, and restores the instance's depth of calls if an exception goes on to another instance, which may catch it. */
    private static void call(CodeBuilder code, FunctionType type, int function, Runnable loadState) {
        int depth = 1;
        for (TypeKind param : Kind.shape(type).params()) {
            depth += param.slotSize();
        }
        loadState.run();
        code.getfield(Descs.STATE, "depth", Descs.INT).istore(depth);
        Label start = code.newBoundLabel();
        Typed.callCompiled(code, type, function, loadState);
        Label end = code.newBoundLabel();
        code.exceptionCatch(start, end, end, Descs.of(WasmException.class));
        loadState.run();
        code.iload(depth).putfield(Descs.STATE, "depth", Descs.INT).athrow();
    }
}
