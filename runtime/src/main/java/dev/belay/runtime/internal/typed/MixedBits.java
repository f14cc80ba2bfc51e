package dev.belay.runtime.internal.typed;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Writes the ways between typed values and {@link Values}: what {@link RawBits} does where there are no references. */
public final class MixedBits {
    public static final ClassDesc VALUES = Values.class.describeConstable().orElseThrow();

    private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();
    private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
    private static final MethodTypeDesc INIT = MethodTypeDesc.of(ConstantDescs.CD_void, LONGS, OBJECTS);

    private MixedBits() {}

    /** Leaves the values that follow each other in local variables from {@code slot} on. */
    public static void pack(CodeBuilder code, List<TypeKind> kinds, int slot) {
        code.new_(VALUES).dup().loadConstant(kinds.size()).newarray(TypeKind.LONG);
        int at = slot;
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) != TypeKind.REFERENCE) {
                code.dup().loadConstant(i).loadLocal(kinds.get(i), at);
                RawBits.toLong(code, kinds.get(i));
                code.lastore();
            }
            at += kinds.get(i).slotSize();
        }
        code.loadConstant(kinds.size()).anewarray(ConstantDescs.CD_Object);
        at = slot;
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i) == TypeKind.REFERENCE) {
                code.dup().loadConstant(i).aload(at).aastore();
            }
            at += kinds.get(i).slotSize();
        }
        code.invokespecial(VALUES, ConstantDescs.INIT_NAME, INIT);
    }

    /** Leaves the values that are in a local variable. */
    public static void unpack(CodeBuilder code, List<TypeKind> kinds, int values) {
        for (int i = 0; i < kinds.size(); i++) {
            code.aload(values);
            get(code, kinds.get(i), i);
        }
    }

    /** Takes the one value at an index of the values on the stack. */
    private static void get(CodeBuilder code, TypeKind kind, int index) {
        if (kind == TypeKind.REFERENCE) {
            code.invokevirtual(VALUES, "references", MethodTypeDesc.of(OBJECTS))
                    .loadConstant(index)
                    .aaload();
        } else {
            bits(code);
            code.loadConstant(index).laload();
            RawBits.fromLong(code, kind);
        }
    }

    private static void bits(CodeBuilder code) {
        code.invokevirtual(VALUES, "bits", MethodTypeDesc.of(LONGS));
    }

    /** Returns the values on the stack from a method that gives {@code results}. */
    public static void returnValues(CodeBuilder code, List<TypeKind> results) {
        switch (results.size()) {
            case 0 -> code.pop().return_();
            case 1 -> {
                get(code, results.getFirst(), 0);
                code.return_(results.getFirst());
            }
            default -> {
                if (!CallShape.hasReferences(results)) {
                    bits(code);
                }
                code.areturn();
            }
        }
    }

    /**
     * Returns, as values, what a typed call left on the stack.
     *
     * @param free a local variable from which on all are free
     */
    public static void returnAsValues(CodeBuilder code, List<TypeKind> results, int free) {
        switch (results.size()) {
            case 0 -> code.getstatic(VALUES, "NONE", VALUES);
            case 1 -> {
                code.storeLocal(results.getFirst(), free);
                pack(code, results, free);
            }
            default -> {
                if (!CallShape.hasReferences(results)) {
                    code.invokestatic(VALUES, "of", MethodTypeDesc.of(VALUES, LONGS));
                }
            }
        }
        code.areturn();
    }
}
