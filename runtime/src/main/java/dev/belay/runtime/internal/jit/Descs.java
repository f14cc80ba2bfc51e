package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.typed.TypedCall;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import run.endive.wasm.types.FunctionType;

/** The names and types that compiled code refers to. */
final class Descs {
    static final ClassDesc STATE = of(JitState.class);
    static final ClassDesc RUNTIME = of(JitRuntime.class);
    static final ClassDesc NUMERIC = of(Numeric.class);
    static final ClassDesc ACCESS = of(MemoryAccess.class);
    static final ClassDesc MEMORY = of(LinearMemory.class);
    static final ClassDesc CHUNK = of(JitChunk.class);
    static final ClassDesc CALL = of(TypedCall.class);
    static final ClassDesc BYTES = ConstantDescs.CD_byte.arrayType();
    static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
    static final ClassDesc INT = ConstantDescs.CD_int;
    static final ClassDesc LONG = ConstantDescs.CD_long;
    static final ClassDesc VOID = ConstantDescs.CD_void;

    private Descs() {}

    static ClassDesc of(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** The class that holds the functions of a chunk. */
    static ClassDesc chunk(int index) {
        return ClassDesc.of(ChunkLoader.PACKAGE, ChunkLoader.CHUNK + index);
    }

    /** The class of calls of functions that are found when they are called. */
    static ClassDesc indirect(Dispatch dispatch) {
        return ClassDesc.of(ChunkLoader.PACKAGE, ChunkLoader.INDIRECT + dispatch.text());
    }

    /** The class of calls of one function from outside. */
    static ClassDesc link(int function) {
        return ClassDesc.of(ChunkLoader.PACKAGE, ChunkLoader.LINK + function);
    }

    static String function(int index) {
        return "f" + index;
    }

    /** A function that makes tail calls, without what runs those that it leaves to its caller. */
    static String tail(int index) {
        return "t" + index;
    }

    /** Parameters, then the state. */
    static MethodTypeDesc method(FunctionType type) {
        return MethodTypeDesc.of(Raw.result(Kind.all(type.returns())), params(type, STATE));
    }

    /** As a method, with the index into the table before the state. */
    static MethodTypeDesc indirectMethod(FunctionType type) {
        return MethodTypeDesc.of(Raw.result(Kind.all(type.returns())), params(type, INT, STATE));
    }

    private static List<ClassDesc> params(FunctionType type, ClassDesc... more) {
        var params = new ArrayList<ClassDesc>();
        Kind.all(type.params()).forEach(kind -> params.add(kind.desc()));
        params.addAll(List.of(more));
        return params;
    }
}
