package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.CallShape;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** What a value of WebAssembly is on the JVM. A reference to a function is its index, as Endive has it, and so an int. */
enum Kind {
    I32(TypeKind.INT, ConstantDescs.CD_int),
    I64(TypeKind.LONG, ConstantDescs.CD_long),
    F32(TypeKind.FLOAT, ConstantDescs.CD_float),
    F64(TypeKind.DOUBLE, ConstantDescs.CD_double);

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

    /**
     * @throws UnsupportedException if the compiler has no such values
     */
    static Kind of(ValType type) {
        if (type.equals(ValType.I32)) {
            return I32;
        } else if (type.equals(ValType.I64)) {
            return I64;
        } else if (type.equals(ValType.F32)) {
            return F32;
        } else if (type.equals(ValType.F64)) {
            return F64;
        } else if (type.equals(ValType.FuncRef)) {
            return I32;
        }
        throw new UnsupportedException("values of type " + type);
    }

    static List<Kind> all(List<ValType> types) {
        return types.stream().map(Kind::of).toList();
    }

    static List<TypeKind> jvm(List<Kind> kinds) {
        return kinds.stream().map(Kind::jvm).toList();
    }

    static CallShape shape(FunctionType type) {
        return new CallShape(jvm(all(type.params())), jvm(all(type.returns())));
    }

    static boolean areSupported(FunctionType type) {
        try {
            all(type.params());
            all(type.returns());
            return true;
        } catch (UnsupportedException _) {
            return false;
        }
    }
}
