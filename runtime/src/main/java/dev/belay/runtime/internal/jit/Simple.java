package dev.belay.runtime.internal.jit;

import static dev.belay.runtime.internal.jit.Kind.F32;
import static dev.belay.runtime.internal.jit.Kind.F64;
import static dev.belay.runtime.internal.jit.Kind.I32;
import static dev.belay.runtime.internal.jit.Kind.I64;

import dev.belay.runtime.internal.typed.RawBits;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import run.endive.wasm.types.OpCode;

/** Instructions that take operands off the stack and leave one: arithmetic and conversions. */
record Simple(List<Kind> operands, Kind result, Consumer<CodeBuilder> code) {
    private static final ClassDesc INTEGER = ConstantDescs.CD_Integer;
    private static final Map<OpCode, Simple> ALL = new EnumMap<>(OpCode.class);

    static Optional<Simple> of(OpCode opcode) {
        return Optional.ofNullable(ALL.get(opcode));
    }

    private static void unary(OpCode opcode, Kind operand, Kind result, Consumer<CodeBuilder> code) {
        ALL.put(opcode, new Simple(List.of(operand), result, code));
    }

    private static void binary(OpCode opcode, Kind kind, Consumer<CodeBuilder> code) {
        ALL.put(opcode, new Simple(List.of(kind, kind), kind, code));
    }

    /** A static method of {@code owner} on operands of one kind. */
    private static void call(OpCode opcode, ClassDesc owner, String name, Kind result, Kind... operands) {
        var params = new ArrayList<ClassDesc>();
        List.of(operands).forEach(kind -> params.add(kind.desc()));
        var type = MethodTypeDesc.of(result.desc(), params);
        ALL.put(opcode, new Simple(List.of(operands), result, code -> code.invokestatic(owner, name, type)));
    }

    private static void numeric(OpCode opcode, String name, Kind result, Kind... operands) {
        call(opcode, Descs.NUMERIC, name, result, operands);
    }

    /** A conversion of a float by the method for doubles, which hold it exactly. */
    private static void ofFloat(OpCode opcode, String name, Kind result) {
        var type = MethodTypeDesc.of(result.desc(), ConstantDescs.CD_double);
        unary(opcode, F32, result, code -> code.f2d().invokestatic(Descs.NUMERIC, name, type));
    }

    static {
        binary(OpCode.I32_ADD, I32, CodeBuilder::iadd);
        binary(OpCode.I32_SUB, I32, CodeBuilder::isub);
        binary(OpCode.I32_MUL, I32, CodeBuilder::imul);
        binary(OpCode.I32_AND, I32, CodeBuilder::iand);
        binary(OpCode.I32_OR, I32, CodeBuilder::ior);
        binary(OpCode.I32_XOR, I32, CodeBuilder::ixor);
        binary(OpCode.I32_SHL, I32, CodeBuilder::ishl);
        binary(OpCode.I32_SHR_S, I32, CodeBuilder::ishr);
        binary(OpCode.I32_SHR_U, I32, CodeBuilder::iushr);
        numeric(OpCode.I32_DIV_S, "divS", I32, I32, I32);
        numeric(OpCode.I32_DIV_U, "divU", I32, I32, I32);
        numeric(OpCode.I32_REM_S, "remS", I32, I32, I32);
        numeric(OpCode.I32_REM_U, "remU", I32, I32, I32);
        call(OpCode.I32_ROTL, INTEGER, "rotateLeft", I32, I32, I32);
        call(OpCode.I32_ROTR, INTEGER, "rotateRight", I32, I32, I32);
        call(OpCode.I32_CLZ, INTEGER, "numberOfLeadingZeros", I32, I32);
        call(OpCode.I32_CTZ, INTEGER, "numberOfTrailingZeros", I32, I32);
        call(OpCode.I32_POPCNT, INTEGER, "bitCount", I32, I32);
        unary(OpCode.I32_EXTEND_8_S, I32, I32, CodeBuilder::i2b);
        unary(OpCode.I32_EXTEND_16_S, I32, I32, CodeBuilder::i2s);

        binary(OpCode.I64_ADD, I64, CodeBuilder::ladd);
        binary(OpCode.I64_SUB, I64, CodeBuilder::lsub);
        binary(OpCode.I64_MUL, I64, CodeBuilder::lmul);
        binary(OpCode.I64_AND, I64, CodeBuilder::land);
        binary(OpCode.I64_OR, I64, CodeBuilder::lor);
        binary(OpCode.I64_XOR, I64, CodeBuilder::lxor);
        binary(OpCode.I64_SHL, I64, code -> code.l2i().lshl());
        binary(OpCode.I64_SHR_S, I64, code -> code.l2i().lshr());
        binary(OpCode.I64_SHR_U, I64, code -> code.l2i().lushr());
        numeric(OpCode.I64_DIV_S, "divS", I64, I64, I64);
        numeric(OpCode.I64_DIV_U, "divU", I64, I64, I64);
        numeric(OpCode.I64_REM_S, "remS", I64, I64, I64);
        numeric(OpCode.I64_REM_U, "remU", I64, I64, I64);
        numeric(OpCode.I64_ROTL, "rotl", I64, I64, I64);
        numeric(OpCode.I64_ROTR, "rotr", I64, I64, I64);
        numeric(OpCode.I64_CLZ, "clz", I64, I64);
        numeric(OpCode.I64_CTZ, "ctz", I64, I64);
        numeric(OpCode.I64_POPCNT, "popcnt", I64, I64);
        unary(OpCode.I64_EXTEND_8_S, I64, I64, code -> code.l2i().i2b().i2l());
        unary(OpCode.I64_EXTEND_16_S, I64, I64, code -> code.l2i().i2s().i2l());
        unary(OpCode.I64_EXTEND_32_S, I64, I64, code -> code.l2i().i2l());

        binary(OpCode.F32_ADD, F32, CodeBuilder::fadd);
        binary(OpCode.F32_SUB, F32, CodeBuilder::fsub);
        binary(OpCode.F32_MUL, F32, CodeBuilder::fmul);
        binary(OpCode.F32_DIV, F32, CodeBuilder::fdiv);
        numeric(OpCode.F32_MIN, "min", F32, F32, F32);
        numeric(OpCode.F32_MAX, "max", F32, F32, F32);
        numeric(OpCode.F32_COPYSIGN, "copysign", F32, F32, F32);
        numeric(OpCode.F32_ABS, "abs", F32, F32);
        numeric(OpCode.F32_NEG, "neg", F32, F32);
        numeric(OpCode.F32_CEIL, "ceil", F32, F32);
        numeric(OpCode.F32_FLOOR, "floor", F32, F32);
        numeric(OpCode.F32_TRUNC, "trunc", F32, F32);
        numeric(OpCode.F32_NEAREST, "nearest", F32, F32);
        numeric(OpCode.F32_SQRT, "sqrt", F32, F32);

        binary(OpCode.F64_ADD, F64, CodeBuilder::dadd);
        binary(OpCode.F64_SUB, F64, CodeBuilder::dsub);
        binary(OpCode.F64_MUL, F64, CodeBuilder::dmul);
        binary(OpCode.F64_DIV, F64, CodeBuilder::ddiv);
        numeric(OpCode.F64_MIN, "min", F64, F64, F64);
        numeric(OpCode.F64_MAX, "max", F64, F64, F64);
        numeric(OpCode.F64_COPYSIGN, "copysign", F64, F64, F64);
        numeric(OpCode.F64_ABS, "abs", F64, F64);
        numeric(OpCode.F64_NEG, "neg", F64, F64);
        numeric(OpCode.F64_CEIL, "ceil", F64, F64);
        numeric(OpCode.F64_FLOOR, "floor", F64, F64);
        numeric(OpCode.F64_TRUNC, "trunc", F64, F64);
        numeric(OpCode.F64_NEAREST, "nearest", F64, F64);
        call(OpCode.F64_SQRT, Descs.of(Math.class), "sqrt", F64, F64);

        unary(OpCode.I32_WRAP_I64, I64, I32, CodeBuilder::l2i);
        unary(OpCode.I64_EXTEND_I32_S, I32, I64, CodeBuilder::i2l);
        call(OpCode.I64_EXTEND_I32_U, INTEGER, "toUnsignedLong", I64, I32);
        ofFloat(OpCode.I32_TRUNC_F32_S, "i32TruncS", I32);
        ofFloat(OpCode.I32_TRUNC_F32_U, "i32TruncU", I32);
        numeric(OpCode.I32_TRUNC_F64_S, "i32TruncS", I32, F64);
        numeric(OpCode.I32_TRUNC_F64_U, "i32TruncU", I32, F64);
        ofFloat(OpCode.I64_TRUNC_F32_S, "i64TruncS", I64);
        ofFloat(OpCode.I64_TRUNC_F32_U, "i64TruncU", I64);
        numeric(OpCode.I64_TRUNC_F64_S, "i64TruncS", I64, F64);
        numeric(OpCode.I64_TRUNC_F64_U, "i64TruncU", I64, F64);
        // The JVM's own conversions saturate.
        unary(OpCode.I32_TRUNC_SAT_F32_S, F32, I32, CodeBuilder::f2i);
        ofFloat(OpCode.I32_TRUNC_SAT_F32_U, "i32TruncSatU", I32);
        unary(OpCode.I32_TRUNC_SAT_F64_S, F64, I32, CodeBuilder::d2i);
        numeric(OpCode.I32_TRUNC_SAT_F64_U, "i32TruncSatU", I32, F64);
        unary(OpCode.I64_TRUNC_SAT_F32_S, F32, I64, CodeBuilder::f2l);
        ofFloat(OpCode.I64_TRUNC_SAT_F32_U, "i64TruncSatU", I64);
        unary(OpCode.I64_TRUNC_SAT_F64_S, F64, I64, CodeBuilder::d2l);
        numeric(OpCode.I64_TRUNC_SAT_F64_U, "i64TruncSatU", I64, F64);
        unary(OpCode.F32_CONVERT_I32_S, I32, F32, CodeBuilder::i2f);
        numeric(OpCode.F32_CONVERT_I32_U, "f32ConvertU", F32, I32);
        unary(OpCode.F32_CONVERT_I64_S, I64, F32, CodeBuilder::l2f);
        numeric(OpCode.F32_CONVERT_I64_U, "f32ConvertU", F32, I64);
        unary(OpCode.F64_CONVERT_I32_S, I32, F64, CodeBuilder::i2d);
        numeric(OpCode.F64_CONVERT_I32_U, "f64ConvertU", F64, I32);
        unary(OpCode.F64_CONVERT_I64_S, I64, F64, CodeBuilder::l2d);
        numeric(OpCode.F64_CONVERT_I64_U, "f64ConvertU", F64, I64);
        unary(OpCode.F32_DEMOTE_F64, F64, F32, CodeBuilder::d2f);
        unary(OpCode.F64_PROMOTE_F32, F32, F64, CodeBuilder::f2d);
        unary(OpCode.I32_REINTERPRET_F32, F32, I32, RawBits::floatToInt);
        unary(OpCode.F32_REINTERPRET_I32, I32, F32, RawBits::intToFloat);
        unary(OpCode.I64_REINTERPRET_F64, F64, I64, code -> Raw.toLong(code, F64));
        unary(OpCode.F64_REINTERPRET_I64, I64, F64, RawBits::longToDouble);
    }
}
