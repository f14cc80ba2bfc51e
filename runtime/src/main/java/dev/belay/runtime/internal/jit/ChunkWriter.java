package dev.belay.runtime.internal.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.ref.Reference;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;

/** Writes the class of one chunk. */
final class ChunkWriter {
    /** Instructions of a function that the JVM's compilers would certainly not take as one method. */
    private static final int CERTAINLY_LARGE = 4_000;
    private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

    /** A part of a function: takes the locals, and says where to go on. */
    static final MethodTypeDesc PART =
            MethodTypeDesc.of(Descs.INT, Descs.LONGS, ConstantDescs.CD_Object.arrayType(), Descs.STATE);

    private final ModuleFacts facts;
    private final int chunk;

    ChunkWriter(ModuleFacts facts, int chunk) {
        this.facts = facts;
        this.chunk = chunk;
    }

    /**
     * Functions are cut that are larger than what the JVM's compilers take. Methods hold 64 KiB: as long as one does not, the
     * largest function is left out.
     */
    byte[] write() {
        List<Integer> functions = functions();
        List<FunctionBody> held = facts.bodies(chunk);
        try {
            return writeCut(functions);
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    private byte[] writeCut(List<Integer> functions) {
        byte[] bytes = writeSome(functions);
        List<Integer> large = large(functions, bytes);
        large.forEach(facts::cut);
        return large.isEmpty() ? bytes : writeSome(functions);
    }

    /** Those that are not cut yet, and could be, among functions whose methods are too large. */
    private List<Integer> large(List<Integer> functions, byte[] bytes) {
        List<Integer> candidates = functions.stream()
                .filter(function -> !facts.isImported(function)
                        && size(function) >= facts.cutting().from()
                        && !facts.isCut(function))
                .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        var sizes = MethodSizes.of(bytes);
        return candidates.stream()
                .filter(function -> sizes.of(facts.isTailCalling(function) ? Descs.tail(function) : Descs.function(function)) > MethodSizes.MOST_COMPILED)
                .toList();
    }

    private byte[] writeSome(List<Integer> functions) {
        try {
            return write(functions);
        } catch (IllegalArgumentException e) {
            return writeSome(functions, e);
        }
    }

    private byte[] writeSome(List<Integer> functions, IllegalArgumentException first) {
        var bySize = new ArrayList<>(functions.stream()
                .filter(function -> !facts.isImported(function) && facts.isCompilable(function))
                .sorted(Comparator.comparing(this::size))
                .toList());
        bySize.stream().filter(function -> size(function) >= CERTAINLY_LARGE).forEach(facts::cut);
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
            entry(writer, functions, false);
            entry(writer, functions, true);
            TailWriter.entry(writer, facts, functions);
            functions.forEach(function -> function(writer, function));
        });
    }

    private List<Integer> functions() {
        int first = JitCode.firstOf(chunk);
        return IntStream.range(first, Math.min(first + JitCode.CHUNK, facts.functionCount()))
                .boxed()
                .toList();
    }

    /** The way in with arrays: of functions with references, or of those without. */
    private void entry(ClassBuilder writer, List<Integer> functions, boolean mixed) {
        var type = MethodTypeDesc.of(Raw.desc(mixed), Descs.INT, Raw.desc(mixed), Descs.STATE);
        Entries.write(
                writer,
                "call",
                type,
                functions.stream()
                        .filter(function -> facts.isMixed(function) == mixed)
                        .toList(),
                (code, function) -> enter(code, function, mixed));
    }

    private void enter(CodeBuilder code, int function, boolean mixed) {
        FunctionType type = facts.type(function);
        Raw.unpack(code, Kind.all(type.params()), 2, mixed);
        code.aload(3).invokestatic(Descs.chunk(chunk), Descs.function(function), Descs.method(type));
        Raw.toArray(code, Kind.all(type.returns()), mixed, 4);
        code.areturn();
    }

    private void function(ClassBuilder writer, int function) {
        FunctionType type = facts.type(function);
        String name = Descs.function(function);
        MethodTypeDesc desc = Descs.method(type);
        if (facts.isImported(function)) {
            writer.withMethodBody(name, desc, PUBLIC_STATIC, code -> callImport(code, function));
            return;
        }
        if (facts.isTailCalling(function)) {
            writer.withMethodBody(name, desc, PUBLIC_STATIC, code -> TailWriter.around(code, function, type));
            name = Descs.tail(function);
        }
        if (facts.isCompilable(function)) {
            compiled(writer, function, name, desc);
        } else {
            writer.withMethodBody(name, desc, PUBLIC_STATIC, code -> interpret(code, function));
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
        FunctionType type = facts.type(function);
        code.aload(Kind.slots(Kind.all(type.params())))
                .loadConstant(function)
                .invokestatic(
                        Descs.RUNTIME, "imported", MethodTypeDesc.of(Descs.CALL, Descs.STATE, Descs.INT));
        Typed.callAndReturn(code, type);
    }

    /** Hands the parameters on to the interpreter. */
    private void interpret(CodeBuilder code, int function) {
        FunctionType type = facts.type(function);
        boolean mixed = Kind.hasReferences(type);
        List<Kind> params = Kind.all(type.params());
        int state = Kind.slots(params);
        code.aload(state).loadConstant(function);
        Raw.pack(code, params, 0, mixed);
        code.invokestatic(
                Descs.RUNTIME,
                "interpret",
                MethodTypeDesc.of(Raw.desc(mixed), Descs.STATE, Descs.INT, Raw.desc(mixed)));
        Raw.returnArray(code, Kind.all(type.returns()), mixed, state + 1);
    }
}
