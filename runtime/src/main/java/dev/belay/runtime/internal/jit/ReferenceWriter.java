package dev.belay.runtime.internal.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.OpCode;

/** Writes the instructions that tell references apart. */
final class ReferenceWriter {
    private static final ClassDesc CASTS = Descs.of(Casts.class);
    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    private static final ClassDesc BOOLEAN = ConstantDescs.CD_boolean;
    /** Bit of the flags of a branch on a cast: whether null is of the type that is asked for. */
    private static final long TO_NULLABLE = 2;

    private final Emitter emitter;
    private final CodeBuilder code;
    private final Operands operands;
    private final Branches branches;

    ReferenceWriter(Emitter emitter, Branches branches) {
        this.emitter = emitter;
        this.code = emitter.code();
        this.operands = emitter.operands();
        this.branches = branches;
    }

    /** Whether the instruction is one of these. */
    boolean write(AnnotatedInstruction instruction) {
        switch (instruction.opcode()) {
            case REF_NULL -> isNull(emitter.facts().nullOf((int) instruction.operand(0)));
            case REF_IS_NULL -> {
                Label yes = code.newLabel();
                ifNull(operands.pop(), true, yes);
                truth(yes);
            }
            case REF_FUNC -> {
                code.loadConstant((int) instruction.operand(0));
                operands.push(Kind.I32);
            }
            case REF_AS_NON_NULL -> {
                Label fine = code.newLabel();
                emitter.dup(operands.top());
                ifNull(operands.top(), false, fine);
                emitter.call(CASTS, "isNull", Descs.of(dev.belay.runtime.Trap.class));
                code.athrow().labelBinding(fine);
            }
            case REF_EQ -> {
                emitter.call(CASTS, "areSame", BOOLEAN, OBJECT, OBJECT);
                operands.pop(2);
                operands.push(Kind.I32);
            }
            case REF_TEST, REF_TEST_NULL -> {
                test((int) instruction.operand(0), instruction.opcode() == OpCode.REF_TEST_NULL);
                operands.pop();
                operands.push(Kind.I32);
            }
            case CAST_TEST, CAST_TEST_NULL ->
                cast((int) instruction.operand(0), instruction.opcode() == OpCode.CAST_TEST_NULL);
            // Both are the same object.
            case ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    void branch(AnnotatedInstruction instruction) {
        OpCode opcode = instruction.opcode();
        boolean casts = opcode == OpCode.BR_ON_CAST || opcode == OpCode.BR_ON_CAST_FAIL;
        Block block = branches.target(instruction.operand(casts ? 1 : 0));
        Label stay = code.newLabel();
        Kind kind = operands.top();
        emitter.dup(kind);
        if (casts) {
            test((int) instruction.operand(3), (instruction.operand(0) & TO_NULLABLE) != 0);
            if (opcode == OpCode.BR_ON_CAST) {
                code.ifeq(stay);
            } else {
                code.ifne(stay);
            }
            branches.branch(block);
            code.labelBinding(stay);
        } else if (opcode == OpCode.BR_ON_NULL) {
            ifNull(kind, false, stay);
            emitter.drop(operands.pop());
            branches.branch(block);
            operands.push(kind);
            code.labelBinding(stay);
        } else {
            ifNull(kind, true, stay);
            branches.branch(block);
            code.labelBinding(stay);
            emitter.drop(operands.pop());
        }
    }

    private void isNull(Kind kind) {
        if (kind == Kind.REF) {
            code.aconst_null();
        } else {
            code.iconst_m1();
        }
        operands.push(kind);
    }

    /** Takes the reference, and branches if it is null, or if it is not. */
    private void ifNull(Kind kind, boolean isNull, Label target) {
        if (kind == Kind.REF) {
            if (isNull) {
                code.ifnull(target);
            } else {
                code.ifnonnull(target);
            }
            return;
        }
        code.iconst_m1();
        if (isNull) {
            code.if_icmpeq(target);
        } else {
            code.if_icmpne(target);
        }
    }

    /** Leaves 0, or 1 for who comes by {@code yes}. */
    private void truth(Label yes) {
        Label end = code.newLabel();
        code.iconst_0().goto_(end).labelBinding(yes).iconst_1().labelBinding(end);
        operands.push(Kind.I32);
    }

    /** Takes the reference, and leaves whether it is of a type. */
    private void test(int heapType, boolean nullable) {
        type(heapType, nullable);
        emitter.call(CASTS, "is", BOOLEAN, operands.top().desc(), Descs.STATE, Descs.INT, BOOLEAN);
    }

    private void cast(int heapType, boolean nullable) {
        ClassDesc desc = operands.top().desc();
        type(heapType, nullable);
        emitter.call(CASTS, "cast", desc, desc, Descs.STATE, Descs.INT, BOOLEAN);
    }

    private void type(int heapType, boolean nullable) {
        emitter.stateAnd(heapType).loadConstant(nullable ? 1 : 0);
    }
}
