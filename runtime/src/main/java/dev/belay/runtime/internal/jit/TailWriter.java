package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.MixedBits;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import run.endive.wasm.types.FunctionType;

/** Writes what is around functions that make tail calls. See {@link Tails}. */
final class TailWriter {
    static final ClassDesc TAILS = Descs.of(Tails.class);
    static final ClassDesc TAIL = Descs.of(Tail.class);

    private TailWriter() {}

    /** The way in, with arrays, to the functions themselves. */
    static void entry(ClassBuilder writer, ModuleFacts facts, List<Integer> functions) {
        var type = MethodTypeDesc.of(MixedBits.VALUES, Descs.INT, MixedBits.VALUES, Descs.STATE);
        List<Integer> tailCalling =
                functions.stream().filter(facts::isTailCalling).toList();
        if (tailCalling.isEmpty()) {
            return;
        }
        Entries.write(writer, "tail", type, tailCalling, (code, function) -> {
            FunctionType own = facts.type(function);
            Raw.unpack(code, Kind.all(own.params()), 2, true);
            code.aload(3)
                    .invokestatic(
                            Descs.chunk(JitCode.chunkOf(function)), Descs.tail(function), Descs.method(own));
            Raw.toArray(code, Kind.all(own.returns()), true, 4);
            code.areturn();
        });
    }

    /** What others call: the function, and then the calls that it has left to be made. */
    static void around(CodeBuilder code, int function, FunctionType type) {
        List<Kind> params = Kind.all(type.params());
        int state = Kind.slots(params);
        int room = state + 1;
        int result = room + 1;
        Label later = code.newLabel();
        Label handler = code.newLabel();
        code.aload(state).getfield(Descs.STATE, "room", Descs.INT).istore(room);
        Label start = code.newBoundLabel();
        int slot = 0;
        for (Kind kind : params) {
            code.loadLocal(kind.jvm(), slot);
            slot += kind.slots();
        }
        code.aload(state)
                .invokestatic(
                        Descs.chunk(JitCode.chunkOf(function)), Descs.tail(function), Descs.method(type));
        ClassDesc given = Descs.method(type).returnType();
        boolean gives = !given.equals(Descs.VOID);
        java.lang.classfile.TypeKind kind = java.lang.classfile.TypeKind.from(given).asLoadable();
        if (gives) {
            code.storeLocal(kind, result);
        }
        code.aload(state).getfield(Descs.STATE, "tail", TAIL).ifnonnull(later);
        code.aload(state).iload(room).putfield(Descs.STATE, "room", Descs.INT);
        if (gives) {
            code.loadLocal(kind, result);
        }
        code.return_(kind);
        code.labelBinding(later)
                .aload(state)
                .iload(room)
                .invokestatic(TAILS, "run", MethodTypeDesc.of(MixedBits.VALUES, Descs.STATE, Descs.INT));
        Raw.returnArray(code, Kind.all(type.returns()), true, result);
        Label end = code.newBoundLabel();
        code.exceptionCatchAll(start, end, handler)
                .labelBinding(handler)
                .aload(state)
                .iload(room)
                .invokestatic(TAILS, "given", MethodTypeDesc.of(ConstantDescs.CD_void, Descs.STATE, Descs.INT))
                .athrow();
    }
}
