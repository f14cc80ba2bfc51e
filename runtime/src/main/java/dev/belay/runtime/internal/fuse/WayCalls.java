package dev.belay.runtime.internal.fuse;

import dev.belay.component.type.ValueType;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Writes calls of {@link Way}. */
final class WayCalls {
    static final ClassDesc WAY = Way.class.describeConstable().orElseThrow();

    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final ClassDesc VOID = ConstantDescs.CD_void;

    private WayCalls() {}

    /** A method that copies; on the stack are the way, the source and the target. */
    static void copy(CodeBuilder code, String method, int... more) {
        var params = new java.util.ArrayList<ClassDesc>(List.of(INT, INT));
        for (int each : more) {
            code.loadConstant(each);
            params.add(INT);
        }
        code.invokevirtual(WAY, method, MethodTypeDesc.of(VOID, params));
    }

    /** Leaves the case. */
    static void copyDiscriminant(CodeBuilder code, int size, int cases) {
        code.loadConstant(size)
                .loadConstant(cases)
                .invokevirtual(WAY, "copyDiscriminant", MethodTypeDesc.of(INT, INT, INT, INT, INT));
    }

    static void readInt(CodeBuilder code) {
        code.invokevirtual(WAY, "readInt", MethodTypeDesc.of(INT, INT));
    }

    static void writeInt(CodeBuilder code) {
        code.invokevirtual(WAY, "writeInt", MethodTypeDesc.of(VOID, INT, INT));
    }

    /** A static method of an int and constants that gives an int. */
    static void check(CodeBuilder code, String method, int... more) {
        var params = new java.util.ArrayList<ClassDesc>(List.of(INT));
        for (int each : more) {
            code.loadConstant(each);
            params.add(INT);
        }
        code.invokestatic(WAY, method, MethodTypeDesc.of(INT, params));
    }

    static void handle(CodeBuilder code, String method, int resource) {
        code.loadConstant(resource).invokevirtual(WAY, method, MethodTypeDesc.of(INT, INT, INT));
    }

    /** Maps are laid out as lists of pairs. */
    static ValueType pair(ValueType.MapOf map) {
        return new ValueType.Tuple(List.of(map.key(), map.value()));
    }

    static int mask(int labels) {
        return labels >= 32 ? -1 : (1 << labels) - 1;
    }
}
