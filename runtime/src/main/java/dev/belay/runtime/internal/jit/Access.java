package dev.belay.runtime.internal.jit;

import static dev.belay.runtime.internal.jit.Kind.F32;
import static dev.belay.runtime.internal.jit.Kind.F64;
import static dev.belay.runtime.internal.jit.Kind.I32;
import static dev.belay.runtime.internal.jit.Kind.I64;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import run.endive.wasm.types.OpCode;

/** A load or store: which method of {@link MemoryAccess} it is. */
record Access(String method, boolean isStore, Kind kind) {
    private static final Map<OpCode, Access> ALL = new EnumMap<>(OpCode.class);

    static Optional<Access> of(OpCode opcode) {
        return Optional.ofNullable(ALL.get(opcode));
    }

    /** With the operands on the stack, and above them the memory's array, the memory and the offset. */
    void invoke(CodeBuilder code) {
        code.invokestatic(
                Descs.ACCESS,
                method,
                isStore
                        ? MethodTypeDesc.of(
                                Descs.VOID, Descs.INT, kind.desc(), Descs.BYTES, Descs.MEMORY, Descs.INT)
                        : MethodTypeDesc.of(kind.desc(), Descs.INT, Descs.BYTES, Descs.MEMORY, Descs.INT));
    }

    private static void load(OpCode opcode, String method, Kind kind) {
        ALL.put(opcode, new Access(method, false, kind));
    }

    private static void store(OpCode opcode, String method, Kind kind) {
        ALL.put(opcode, new Access(method, true, kind));
    }

    static {
        load(OpCode.I32_LOAD, "load32", I32);
        load(OpCode.I32_LOAD8_S, "load8s", I32);
        load(OpCode.I32_LOAD8_U, "load8u", I32);
        load(OpCode.I32_LOAD16_S, "load16s", I32);
        load(OpCode.I32_LOAD16_U, "load16u", I32);
        load(OpCode.I64_LOAD, "load64", I64);
        load(OpCode.I64_LOAD8_S, "load8s64", I64);
        load(OpCode.I64_LOAD8_U, "load8u64", I64);
        load(OpCode.I64_LOAD16_S, "load16s64", I64);
        load(OpCode.I64_LOAD16_U, "load16u64", I64);
        load(OpCode.I64_LOAD32_S, "load32s64", I64);
        load(OpCode.I64_LOAD32_U, "load32u64", I64);
        load(OpCode.F32_LOAD, "loadFloat", F32);
        load(OpCode.F64_LOAD, "loadDouble", F64);
        store(OpCode.I32_STORE, "store32", I32);
        store(OpCode.I32_STORE8, "store8", I32);
        store(OpCode.I32_STORE16, "store16", I32);
        store(OpCode.I64_STORE, "store64", I64);
        store(OpCode.I64_STORE8, "store8", I64);
        store(OpCode.I64_STORE16, "store16", I64);
        store(OpCode.I64_STORE32, "store32", I64);
        store(OpCode.F32_STORE, "storeFloat", F32);
        store(OpCode.F64_STORE, "storeDouble", F64);
    }
}
