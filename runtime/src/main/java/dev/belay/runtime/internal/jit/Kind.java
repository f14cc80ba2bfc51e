package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.CallShape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * What a value of WebAssembly is on the JVM. A reference to a function is its index, as Endive has it, and so an int; other
 * references are the objects that Endive has for them.
 */
enum Kind {
    I32(TypeKind.INT, ConstantDescs.CD_int),
    I64(TypeKind.LONG, ConstantDescs.CD_long),
    F32(TypeKind.FLOAT, ConstantDescs.CD_float),
    F64(TypeKind.DOUBLE, ConstantDescs.CD_double),
    REF(TypeKind.REFERENCE, ConstantDescs.CD_Object),
    VECTOR(TypeKind.REFERENCE, V128.class.describeConstable().orElseThrow());

    private final TypeKind jvm;
    private final ClassDesc desc;

    Kind(TypeKind jvm, ClassDesc desc) {
        this.jvm = jvm;
        this.desc = desc;
    }

    TypeKind jvm() {
        return jvm;
    }

    ClassDesc desc() {
        return desc;
    }

    /** Local variables that it takes. */
    int slots() {
        return jvm.slotSize();
    }

    /** Places that it takes among raw bits. */
    int places() {
        return this == VECTOR ? 2 : 1;
    }

    /** Whether it is an object on the JVM. */
    boolean isObject() {
        return jvm == TypeKind.REFERENCE;
    }

    /** Leaves zero, or null. */
    void zero(CodeBuilder code) {
        switch (this) {
            case I32 -> code.iconst_0();
            case I64 -> code.lconst_0();
            case F32 -> code.fconst_0();
            case F64 -> code.dconst_0();
            case REF -> code.aconst_null();
            case VECTOR -> code.getstatic(desc, "ZERO", desc);
        }
    }

    /**
     * @param type one that a module has, and so resolved
     */
    static Kind of(ValType type) {
        if (type.equals(ValType.I64)) {
            return I64;
        } else if (type.equals(ValType.F32)) {
            return F32;
        } else if (type.equals(ValType.F64)) {
            return F64;
        } else if (type.equals(ValType.V128)) {
            return VECTOR;
        }
        return type.isObjectRef() ? REF : I32;
    }

    static List<Kind> all(List<ValType> types) {
        // for each import of each instance: no stream
        var kinds = new Kind[types.size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = of(types.get(i));
        }
        return List.of(kinds);
    }

    /** Local variables that all of them take. */
    static int slots(List<Kind> kinds) {
        return kinds.stream().mapToInt(Kind::slots).sum();
    }

    static boolean hasReferences(List<Kind> kinds) {
        return kinds.contains(REF);
    }

    /** Whether a function takes or gives references, so that arrays of raw bits do not hold its values. */
    static boolean hasReferences(FunctionType type) {
        return hasReferences(all(type.params())) || hasReferences(all(type.returns()));
    }

    static CallShape shape(FunctionType type) {
        return new CallShape(shape(all(type.params())), shape(all(type.returns())));
    }

    private static List<TypeKind> shape(List<Kind> kinds) {
        var shape = new ArrayList<TypeKind>(kinds.size());
        for (Kind kind : kinds) {
            if (kind == VECTOR) {
                shape.add(TypeKind.LONG);
                shape.add(TypeKind.LONG);
            } else {
                shape.add(kind.jvm);
            }
        }
        return List.copyOf(shape);
    }
}
