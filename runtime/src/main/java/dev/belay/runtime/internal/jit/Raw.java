package dev.belay.runtime.internal.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Writes the ways between typed values and arrays of raw bits. */
final class Raw {
    private static final ClassDesc FLOAT = ConstantDescs.CD_Float;
    private static final ClassDesc DOUBLE = ConstantDescs.CD_Double;

    private Raw() {}

    /** The value on the stack as a long. */
    static void toLong(CodeBuilder code, Kind kind) {
        switch (kind) {
            case I32 -> code.i2l();
            case I64 -> {}
            case F32 -> code.invokestatic(
                            FLOAT, "floatToRawIntBits", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_float))
                    .i2l();
            case F64 -> code.invokestatic(
                    DOUBLE, "doubleToRawLongBits", MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_double));
        }
    }

    /** The long on the stack as a value. */
    static void fromLong(CodeBuilder code, Kind kind) {
        switch (kind) {
            case I32 -> code.l2i();
            case I64 -> {}
            case F32 -> {
                code.l2i();
                intToFloat(code);
            }
            case F64 -> longToDouble(code);
        }
    }

    static void intToFloat(CodeBuilder code) {
        code.invokestatic(FLOAT, "intBitsToFloat", MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_int));
    }

    static void longToDouble(CodeBuilder code) {
        code.invokestatic(
                DOUBLE, "longBitsToDouble", MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_long));
    }

    static void floatToInt(CodeBuilder code) {
        code.invokestatic(FLOAT, "floatToRawIntBits", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_float));
    }

    /** Leaves an array of the local variables, which follow each other from {@code slot}. */
    static void pack(CodeBuilder code, List<Kind> kinds, int slot) {
        code.loadConstant(kinds.size()).newarray(TypeKind.LONG);
        int at = slot;
        for (int i = 0; i < kinds.size(); i++) {
            code.dup().loadConstant(i).loadLocal(kinds.get(i).jvm(), at);
            toLong(code, kinds.get(i));
            code.lastore();
            at += kinds.get(i).slots();
        }
    }

    /** Leaves the values of the array that is in a local variable. */
    static void unpack(CodeBuilder code, List<Kind> kinds, int array) {
        for (int i = 0; i < kinds.size(); i++) {
            code.aload(array).loadConstant(i).laload();
            fromLong(code, kinds.get(i));
        }
    }

    /** Returns the array on the stack from a method that gives {@code results}. */
    static void returnArray(CodeBuilder code, List<Kind> results) {
        switch (results.size()) {
            case 0 -> code.pop().return_();
            case 1 -> {
                code.loadConstant(0).laload();
                fromLong(code, results.getFirst());
                code.return_(results.getFirst().jvm());
            }
            default -> code.areturn();
        }
    }
}
