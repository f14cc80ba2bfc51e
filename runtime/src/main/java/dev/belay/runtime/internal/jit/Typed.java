package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.CallShape;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/** Writes calls by shape. */
final class Typed {
    private Typed() {}

    /** Makes the call that is on the stack, with the parameters that the first local variables hold. */
    static void callAndReturn(CodeBuilder code, CallShape shape) {
        code.checkcast(shape.owner());
        int slot = 0;
        for (TypeKind kind : shape.params()) {
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
        code.invokevirtual(shape.owner(), CallShape.CALL, shape.method());
        code.return_(TypeKind.from(shape.method().returnType()).asLoadable());
    }
}
