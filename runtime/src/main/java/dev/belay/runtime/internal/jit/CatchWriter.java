package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.MixedBits;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import run.endive.runtime.WasmException;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.CatchOpCode;
import run.endive.wasm.types.FunctionType;

/**
 * Writes exceptions: what throws them, and the handlers of {@code try_table}. The JVM clears its operand stack when it
 * catches, so that what lies below such a block is put into variables before.
 */
final class CatchWriter {
    private static final ClassDesc EXCEPTIONS = Descs.of(Exceptions.class);
    private static final ClassDesc EXCEPTION = Descs.of(WasmException.class);

    private final Emitter emitter;
    private final CodeBuilder code;
    private final Operands operands;
    private final Branches branches;

    CatchWriter(Emitter emitter, Branches branches) {
        this.emitter = emitter;
        this.code = emitter.code();
        this.operands = emitter.operands();
        this.branches = branches;
    }

    /**
     * What is known of a {@code try_table} until its end.
     *
     * @param below the operands below it, which are in variables from {@code first} on as well
     */
    record Attempt(Label start, List<CatchOpCode.Catch> catches, List<Kind> below, int first) {}

    void throwing(int tag) {
        List<Kind> kinds = Kind.all(emitter.facts().tagType(tag).params());
        boolean mixed = Kind.hasReferences(kinds);
        int first = emitter.spill(kinds);
        Raw.pack(code, kinds, first, mixed);
        emitter.stateAnd(tag);
        emitter.call(EXCEPTIONS, "thrown", EXCEPTION, Raw.desc(mixed), Descs.STATE, Descs.INT);
        code.athrow();
    }

    void throwingAgain() {
        emitter.call(EXCEPTIONS, "again", EXCEPTION, ConstantDescs.CD_Object);
        code.athrow();
    }

    /** Starts a block whose parameters are on top of the stack. */
    Attempt open(AnnotatedInstruction instruction, List<Kind> params) {
        List<Kind> below = operands.between(0, params.size());
        int first = 0;
        if (!below.isEmpty()) {
            int firstParam = emitter.spill(params);
            first = emitter.spill(below);
            emitter.reload(below, first);
            emitter.reload(params, firstParam);
        }
        Label start = code.newBoundLabel();
        // The JVM has no empty ranges.
        code.nop();
        return new Attempt(start, instruction.catches(), below, first);
    }

    /**
     * Ends a block, which is not open any more, and writes its handlers.
     *
     * @param reachable whether the end of the block is
     */
    void close(Attempt attempt, boolean reachable) {
        if (attempt.catches().isEmpty()) {
            return;
        }
        Label end = code.newBoundLabel();
        Label after = code.newLabel();
        Label handler = code.newLabel();
        if (reachable) {
            code.goto_(after);
        }
        int exception = emitter.frame().scratch(Kind.REF);
        code.exceptionCatch(attempt.start(), end, handler, EXCEPTION)
                .labelBinding(handler)
                .astore(exception);
        emitter.caught();
        emitter.frame().loadFlat(code);
        boolean all = false;
        for (CatchOpCode.Catch each : attempt.catches()) {
            if (!all) {
                handler(each, attempt, exception);
            }
            all |= isAll(each);
        }
        if (!all) {
            code.aload(exception).athrow();
        }
        if (reachable) {
            code.labelBinding(after);
        }
        operands.cutTo(0);
        operands.push(attempt.below());
    }

    private static boolean isAll(CatchOpCode.Catch each) {
        return each.opcode() == CatchOpCode.CATCH_ALL || each.opcode() == CatchOpCode.CATCH_ALL_REF;
    }

    private void handler(CatchOpCode.Catch each, Attempt attempt, int exception) {
        Block target = branches.target(each.label());
        Label next = code.newLabel();
        if (!isAll(each)) {
            code.aload(exception);
            emitter.stateAnd(each.tag());
            emitter.call(EXCEPTIONS, "isOf", ConstantDescs.CD_boolean, EXCEPTION, Descs.STATE, Descs.INT);
            code.ifeq(next);
        }
        List<Kind> kept = attempt.below().subList(0, target.height);
        emitter.reload(kept, attempt.first());
        operands.cutTo(0);
        operands.push(kept);
        if (!isAll(each)) {
            values(emitter.facts().tagType(each.tag()), exception);
        }
        if (each.opcode() == CatchOpCode.CATCH_REF || each.opcode() == CatchOpCode.CATCH_ALL_REF) {
            code.aload(exception);
            operands.push(Kind.REF);
        }
        branches.branch(target);
        code.labelBinding(next);
    }

    /** Leaves what the exception carries. */
    private void values(FunctionType tag, int exception) {
        List<Kind> kinds = Kind.all(tag.params());
        if (kinds.isEmpty()) {
            return;
        }
        int values = emitter.frame().scratch(Kind.REF);
        code.aload(exception);
        emitter.call(EXCEPTIONS, "values", MixedBits.VALUES, EXCEPTION);
        code.astore(values);
        Raw.unpack(code, kinds, values, true);
        operands.push(kinds);
    }
}
