package dev.belay.runtime.internal.typed;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Writes the ways between typed values and arrays of raw bits. */
public final class RawBits {
    private static final ClassDesc FLOAT = ConstantDescs.CD_Float;
    private static final ClassDesc DOUBLE = ConstantDescs.CD_Double;

    private RawBits() {}

    /** The value on the stack as a long. */
    public static void toLong(CodeBuilder code, TypeKind kind) {
        switch (kind) {
            case INT -> code.i2l();
            case LONG -> {}
            case FLOAT -> {
                floatToInt(code);
                code.i2l();
            }
            case DOUBLE -> doubleToLong(code);
            default -> throw new IllegalArgumentException("no raw bits for " + kind);
        }
    }

    /** The long on the stack as a value. */
    public static void fromLong(CodeBuilder code, TypeKind kind) {
        switch (kind) {
            case INT -> code.l2i();
            case LONG -> {}
            case FLOAT -> {
                code.l2i();
                intToFloat(code);
            }
            case DOUBLE -> longToDouble(code);
            default -> throw new IllegalArgumentException("no raw bits for " + kind);
        }
    }

    public static void intToFloat(CodeBuilder code) {
        code.invokestatic(FLOAT, "intBitsToFloat", MethodTypeDesc.of(ConstantDescs.CD_float, ConstantDescs.CD_int));
    }

    public static void longToDouble(CodeBuilder code) {
        code.invokestatic(
                DOUBLE, "longBitsToDouble", MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_long));
    }

    public static void floatToInt(CodeBuilder code) {
        code.invokestatic(FLOAT, "floatToRawIntBits", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_float));
    }

    public static void doubleToLong(CodeBuilder code) {
        code.invokestatic(
                DOUBLE, "doubleToRawLongBits", MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_double));
    }

    /** Leaves an array of the local variables, which follow each other from {@code slot}. */
    public static void pack(CodeBuilder code, List<TypeKind> kinds, int slot) {
        code.loadConstant(kinds.size()).newarray(TypeKind.LONG);
        int at = slot;
        for (int i = 0; i < kinds.size(); i++) {
            code.dup().loadConstant(i).loadLocal(kinds.get(i), at);
            toLong(code, kinds.get(i));
            code.lastore();
            at += kinds.get(i).slotSize();
        }
    }

    /** Leaves the values of the array that is in a local variable. */
    public static void unpack(CodeBuilder code, List<TypeKind> kinds, int array) {
        for (int i = 0; i < kinds.size(); i++) {
            code.aload(array).loadConstant(i).laload();
            fromLong(code, kinds.get(i));
        }
    }

    /** Returns the array on the stack from a method that gives {@code results}. */
    public static void returnArray(CodeBuilder code, List<TypeKind> results) {
        switch (results.size()) {
            case 0 -> code.pop().return_();
            case 1 -> {
                code.loadConstant(0).laload();
                fromLong(code, results.getFirst());
                code.return_(results.getFirst());
            }
            default -> code.areturn();
        }
    }

    /**
     * Returns, as an array, the value on the stack that a typed call left.
     *
     * @param free a local variable from which on all are free
     */
    public static void returnAsArray(CodeBuilder code, List<TypeKind> results, int free) {
        switch (results.size()) {
            case 0 -> code.iconst_0().newarray(TypeKind.LONG).areturn();
            case 1 -> {
                toLong(code, results.getFirst());
                // below the array that is made for it
                code.lstore(free)
                        .iconst_1()
                        .newarray(TypeKind.LONG)
                        .dup()
                        .iconst_0()
                        .lload(free)
                        .lastore()
                        .areturn();
            }
            default -> code.areturn();
        }
    }
}
