package dev.belay.runtime.internal.jit;

import dev.belay.runtime.Trap;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.WasmArray;
import run.endive.runtime.WasmException;
import run.endive.runtime.WasmI31Ref;
import run.endive.runtime.WasmStruct;
import run.endive.wasm.types.ValType.TypeIdxCode;

/** What compiled code calls to tell references apart. Heap types are numbers, as Endive has them: negative if abstract. */
public final class Casts {
    private static final int NULL = -1;
    private static final int ANY = TypeIdxCode.ANY.code();
    private static final int EQ = TypeIdxCode.EQ.code();
    private static final int I31 = TypeIdxCode.I31.code();
    private static final int STRUCT = TypeIdxCode.STRUCT.code();
    private static final int ARRAY = TypeIdxCode.ARRAY.code();
    private static final int EXTERN = TypeIdxCode.EXTERN.code();
    private static final int EXN = TypeIdxCode.EXN.code();
    private static final int FUNC = TypeIdxCode.FUNC.code();

    private Casts() {}

    public static Trap isNull() {
        return new Trap(Trap.Kind.NULL_REFERENCE);
    }

    /** Whether two references are equal: numbers by what they are, others by identity. */
    public static boolean areSame(@Nullable Object a, @Nullable Object b) {
        return a == b || a instanceof WasmI31Ref && a.equals(b);
    }

    public static boolean is(@Nullable Object reference, JitState state, int heapType, boolean nullable) {
        if (reference == null) {
            return nullable;
        } else if (heapType < 0) {
            return isAbstract(reference, heapType);
        }
        int type = reference instanceof WasmStruct struct ? struct.typeIdx()
                : reference instanceof WasmArray array ? array.typeIdx()
                : NULL;
        return type == heapType || type != NULL && state.code.facts().subtypes().is(type, heapType);
    }

    private static boolean isAbstract(Object reference, int heapType) {
        if (heapType == ANY || heapType == EXTERN) {
            return true;
        } else if (heapType == EQ) {
            return reference instanceof WasmStruct
                    || reference instanceof WasmArray
                    || reference instanceof WasmI31Ref;
        } else if (heapType == STRUCT) {
            return reference instanceof WasmStruct;
        } else if (heapType == ARRAY) {
            return reference instanceof WasmArray;
        } else if (heapType == I31) {
            return reference instanceof WasmI31Ref;
        }
        // what is left has null only
        return heapType == EXN && reference instanceof WasmException;
    }

    /** Whether a function is of a type. */
    public static boolean is(int function, JitState state, int heapType, boolean nullable) {
        if (function == NULL) {
            return nullable;
        } else if (heapType < 0) {
            return heapType == FUNC;
        }
        ModuleFacts facts = state.code.facts();
        return function < facts.functionCount() && facts.subtypes().is(facts.typeIndex(function), heapType);
    }

    public static @Nullable Object cast(@Nullable Object reference, JitState state, int heapType, boolean nullable) {
        if (is(reference, state, heapType, nullable)) {
            return reference;
        }
        throw new Trap(Trap.Kind.CAST_FAILURE);
    }

    public static int cast(int function, JitState state, int heapType, boolean nullable) {
        if (is(function, state, heapType, nullable)) {
            return function;
        }
        throw new Trap(Trap.Kind.CAST_FAILURE);
    }
}
