package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.CallShape;
import dev.belay.runtime.internal.typed.RawBits;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.ref.Reference;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;

/** Writes the class of one chunk. */
final class ChunkWriter {
    private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
    private static final MethodTypeDesc BY_ARRAY =
            MethodTypeDesc.of(Descs.LONGS, Descs.STATE, Descs.INT, Descs.LONGS);

    /** A part of a function: takes the locals, and says where to go on. */
    static final MethodTypeDesc PART = MethodTypeDesc.of(Descs.INT, Descs.LONGS, Descs.STATE);

    private final ModuleFacts facts;
    private final int chunk;

    ChunkWriter(ModuleFacts facts, int chunk) {
        this.facts = facts;
        this.chunk = chunk;
    }

    /** Methods hold 64 KiB: as long as one does not, the largest function is cut or, if that does not help, left out. */
    byte[] write() {
        List<Integer> functions = functions();
        List<FunctionBody> held = facts.bodies(chunk);
        try {
            return write(functions);
        } catch (IllegalArgumentException e) {
            return writeCut(functions, e);
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    private byte[] writeCut(List<Integer> functions, IllegalArgumentException first) {
        var bySize = new ArrayList<>(functions.stream()
                .filter(function -> !facts.isImported(function) && facts.isCompilable(function))
                .sorted(Comparator.comparing(this::size))
                .toList());
        bySize.stream()
                .filter(function -> size(function) >= facts.cutting().from())
                .forEach(facts::cut);
        while (true) {
            try {
                return write(functions);
            } catch (IllegalArgumentException e) {
                if (bySize.isEmpty()) {
                    throw first;
                }
                facts.leaveOut(bySize.removeLast());
            }
        }
    }

    private int size(int function) {
        return facts.body(function).instructions().size();
    }

    private byte[] write(List<Integer> functions) {
        return ClassFile.of().build(Descs.chunk(chunk), writer -> {
            writer.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER)
                    .withSuperclass(Descs.CHUNK)
                    .withMethodBody(
                            ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                                    .invokespecial(Descs.CHUNK, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                    .return_());
            entry(writer, functions);
            functions.forEach(function -> function(writer, function));
        });
    }

    private List<Integer> functions() {
        var functions = new ArrayList<Integer>();
        int first = JitCode.firstOf(chunk);
        for (int i = first; i < Math.min(first + JitCode.CHUNK, facts.functionCount()); i++) {
            if (facts.isSupported(i)) {
                functions.add(i);
            }
        }
        return functions;
    }

    /** The way in with arrays. */
    private void entry(ClassBuilder writer, List<Integer> functions) {
        var type = MethodTypeDesc.of(Descs.LONGS, Descs.INT, Descs.LONGS, Descs.STATE);
        writer.withMethodBody("call", type, ClassFile.ACC_PUBLIC, code -> {
            Label none = code.newLabel();
            var cases = functions.stream()
                    .map(function -> SwitchCase.of(function, code.newLabel()))
                    .toList();
            code.iload(1).lookupswitch(none, cases);
            for (SwitchCase each : cases) {
                code.labelBinding(each.target());
                enter(code, each.caseValue());
            }
            code.labelBinding(none)
                    .invokestatic(
                            Descs.RUNTIME, "unreachable", MethodTypeDesc.of(Descs.of(dev.belay.runtime.Trap.class)))
                    .athrow();
        });
    }

    private void enter(CodeBuilder code, int function) {
        FunctionType type = facts.type(function);
        Raw.unpack(code, Kind.all(type.params()), 2);
        code.aload(3).invokestatic(Descs.chunk(chunk), Descs.function(function), Descs.method(type));
        RawBits.returnAsArray(code, Kind.shape(type).results(), 4);
    }

    private void function(ClassBuilder writer, int function) {
        FunctionType type = facts.type(function);
        String name = Descs.function(function);
        MethodTypeDesc desc = Descs.method(type);
        if (facts.isImported(function)) {
            writer.withMethodBody(name, desc, PUBLIC_STATIC, code -> callImport(code, function));
        } else if (facts.isCompilable(function)) {
            compiled(writer, function, name, desc);
        } else {
            writer.withMethodBody(name, desc, PUBLIC_STATIC, code -> byArray(code, function, "interpret"));
        }
    }

    private void compiled(ClassBuilder writer, int function, String name, MethodTypeDesc desc) {
        Optional<Outlining> outlining =
                facts.isCut(function) ? Optional.of(Outlining.of(facts, function)) : Optional.empty();
        writer.withMethodBody(
                name, desc, PUBLIC_STATIC, code -> FunctionWriter.write(facts, function, code, outlining));
        for (int i = 0; i < outlining.map(o -> o.parts().size()).orElse(0); i++) {
            Outlining.Part part = outlining.orElseThrow().parts().get(i);
            writer.withMethodBody(
                    part(function, i),
                    PART,
                    PUBLIC_STATIC,
                    code -> FunctionWriter.write(facts, function, code, outlining.orElseThrow(), part));
        }
    }

    static String part(int function, int index) {
        return Descs.function(function) + "_" + index;
    }

    /** Goes on to what the instance was given. */
    private void callImport(CodeBuilder code, int function) {
        CallShape shape = Kind.shape(facts.type(function));
        code.aload(shape.slots())
                .loadConstant(function)
                .invokestatic(
                        Descs.RUNTIME, "imported", MethodTypeDesc.of(Descs.CALL, Descs.STATE, Descs.INT));
        Typed.callAndReturn(code, shape);
    }

    /** Hands the parameters on as an array. */
    private void byArray(CodeBuilder code, int function, String method) {
        FunctionType type = facts.type(function);
        List<Kind> params = Kind.all(type.params());
        code.aload(params.stream().mapToInt(Kind::slots).sum()).loadConstant(function);
        Raw.pack(code, params, 0);
        code.invokestatic(Descs.RUNTIME, method, BY_ARRAY);
        Raw.returnArray(code, Kind.all(type.returns()));
    }
}
