package dev.belay.runtime.internal.jit;

import static dev.belay.runtime.internal.jit.Kind.F32;
import static dev.belay.runtime.internal.jit.Kind.F64;
import static dev.belay.runtime.internal.jit.Kind.I32;
import static dev.belay.runtime.internal.jit.Kind.I64;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import run.endive.wasm.types.OpCode;

/**
 * A comparison: {@code prepare} leaves what the JVM branches on, and {@code ifTrue} branches where the comparison holds. Kept
 * apart so that a branch that follows needs no 0 or 1 in between.
 */
record Comparison(Kind kind, int operands, Consumer<CodeBuilder> prepare, Opcode ifTrue, Opcode ifFalse) {
    private static final Map<OpCode, Comparison> ALL = new EnumMap<>(OpCode.class);

    static Optional<Comparison> of(OpCode opcode) {
        return Optional.ofNullable(ALL.get(opcode));
    }

    void branch(CodeBuilder code, boolean when, Label target) {
        prepare.accept(code);
        code.branch(when ? ifTrue : ifFalse, target);
    }

    private static void add(OpCode opcode, Kind kind, Consumer<CodeBuilder> prepare, Opcode ifTrue, Opcode ifFalse) {
        ALL.put(opcode, new Comparison(kind, 2, prepare, ifTrue, ifFalse));
    }

    private static void unsignedInt(CodeBuilder code) {
        code.invokestatic(
                ConstantDescs.CD_Integer,
                "compareUnsigned",
                MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int));
    }

    private static void unsignedLong(CodeBuilder code) {
        code.invokestatic(
                ConstantDescs.CD_Long,
                "compareUnsigned",
                MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long, ConstantDescs.CD_long));
    }

    static {
        ALL.put(OpCode.I32_EQZ, new Comparison(I32, 1, _ -> {}, Opcode.IFEQ, Opcode.IFNE));
        ALL.put(OpCode.I64_EQZ, new Comparison(I64, 1, code -> code.lconst_0().lcmp(), Opcode.IFEQ, Opcode.IFNE));
        add(OpCode.I32_EQ, I32, _ -> {}, Opcode.IF_ICMPEQ, Opcode.IF_ICMPNE);
        add(OpCode.I32_NE, I32, _ -> {}, Opcode.IF_ICMPNE, Opcode.IF_ICMPEQ);
        add(OpCode.I32_LT_S, I32, _ -> {}, Opcode.IF_ICMPLT, Opcode.IF_ICMPGE);
        add(OpCode.I32_GT_S, I32, _ -> {}, Opcode.IF_ICMPGT, Opcode.IF_ICMPLE);
        add(OpCode.I32_LE_S, I32, _ -> {}, Opcode.IF_ICMPLE, Opcode.IF_ICMPGT);
        add(OpCode.I32_GE_S, I32, _ -> {}, Opcode.IF_ICMPGE, Opcode.IF_ICMPLT);
        add(OpCode.I32_LT_U, I32, Comparison::unsignedInt, Opcode.IFLT, Opcode.IFGE);
        add(OpCode.I32_GT_U, I32, Comparison::unsignedInt, Opcode.IFGT, Opcode.IFLE);
        add(OpCode.I32_LE_U, I32, Comparison::unsignedInt, Opcode.IFLE, Opcode.IFGT);
        add(OpCode.I32_GE_U, I32, Comparison::unsignedInt, Opcode.IFGE, Opcode.IFLT);
        add(OpCode.I64_EQ, I64, CodeBuilder::lcmp, Opcode.IFEQ, Opcode.IFNE);
        add(OpCode.I64_NE, I64, CodeBuilder::lcmp, Opcode.IFNE, Opcode.IFEQ);
        add(OpCode.I64_LT_S, I64, CodeBuilder::lcmp, Opcode.IFLT, Opcode.IFGE);
        add(OpCode.I64_GT_S, I64, CodeBuilder::lcmp, Opcode.IFGT, Opcode.IFLE);
        add(OpCode.I64_LE_S, I64, CodeBuilder::lcmp, Opcode.IFLE, Opcode.IFGT);
        add(OpCode.I64_GE_S, I64, CodeBuilder::lcmp, Opcode.IFGE, Opcode.IFLT);
        add(OpCode.I64_LT_U, I64, Comparison::unsignedLong, Opcode.IFLT, Opcode.IFGE);
        add(OpCode.I64_GT_U, I64, Comparison::unsignedLong, Opcode.IFGT, Opcode.IFLE);
        add(OpCode.I64_LE_U, I64, Comparison::unsignedLong, Opcode.IFLE, Opcode.IFGT);
        add(OpCode.I64_GE_U, I64, Comparison::unsignedLong, Opcode.IFGE, Opcode.IFLT);
        // A NaN has to make every comparison but `ne` false: it counts as greater for `lt` and `le`, else as less.
        add(OpCode.F32_EQ, F32, CodeBuilder::fcmpl, Opcode.IFEQ, Opcode.IFNE);
        add(OpCode.F32_NE, F32, CodeBuilder::fcmpl, Opcode.IFNE, Opcode.IFEQ);
        add(OpCode.F32_LT, F32, CodeBuilder::fcmpg, Opcode.IFLT, Opcode.IFGE);
        add(OpCode.F32_LE, F32, CodeBuilder::fcmpg, Opcode.IFLE, Opcode.IFGT);
        add(OpCode.F32_GT, F32, CodeBuilder::fcmpl, Opcode.IFGT, Opcode.IFLE);
        add(OpCode.F32_GE, F32, CodeBuilder::fcmpl, Opcode.IFGE, Opcode.IFLT);
        add(OpCode.F64_EQ, F64, CodeBuilder::dcmpl, Opcode.IFEQ, Opcode.IFNE);
        add(OpCode.F64_NE, F64, CodeBuilder::dcmpl, Opcode.IFNE, Opcode.IFEQ);
        add(OpCode.F64_LT, F64, CodeBuilder::dcmpg, Opcode.IFLT, Opcode.IFGE);
        add(OpCode.F64_LE, F64, CodeBuilder::dcmpg, Opcode.IFLE, Opcode.IFGT);
        add(OpCode.F64_GT, F64, CodeBuilder::dcmpl, Opcode.IFGT, Opcode.IFLE);
        add(OpCode.F64_GE, F64, CodeBuilder::dcmpl, Opcode.IFGE, Opcode.IFLT);
    }
}
