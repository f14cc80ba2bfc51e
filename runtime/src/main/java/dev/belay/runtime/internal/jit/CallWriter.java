package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.MixedBits;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.OpCode;

/** Writes calls, and those that nothing comes after. */
final class CallWriter {
    private final Emitter emitter;
    private final ModuleFacts facts;
    private final CodeBuilder code;
    private final Frame frame;
    private final Operands operands;
    private final Branches branches;
    private final Optional<Label> start;

    /**
     * @param start where the function starts, if this is the method that does
     */
    CallWriter(Emitter emitter, Branches branches, Optional<Label> start) {
        this.emitter = emitter;
        this.facts = emitter.facts();
        this.code = emitter.code();
        this.frame = emitter.frame();
        this.operands = emitter.operands();
        this.branches = branches;
        this.start = start;
    }

    void call(int function) {
        call(function, Descs.function(function));
        called(facts.type(function));
    }

    void indirect(AnnotatedInstruction instruction) {
        Dispatch dispatch = dispatch(instruction, false);
        operands.pop();
        dispatch(dispatch);
        called(facts.typeAt(dispatch.typeIndex()));
    }

    private void call(int function, String method) {
        emitter.state()
                .invokestatic(
                        Descs.chunk(JitCode.chunkOf(function)), method, Descs.method(facts.type(function)));
    }

    /** Calls what the index or reference on top of the stack says. */
    private void dispatch(Dispatch dispatch) {
        emitter.state()
                .invokestatic(
                        Descs.indirect(dispatch),
                        IndirectWriter.CALL,
                        Descs.indirectMethod(facts.typeAt(dispatch.typeIndex())));
    }

    private static Dispatch dispatch(AnnotatedInstruction instruction, boolean tail) {
        return switch (instruction.opcode()) {
            case CALL_REF, RETURN_CALL_REF -> new Dispatch((int) instruction.operand(0), Dispatch.REFERENCE, tail);
            default -> new Dispatch((int) instruction.operand(0), (int) instruction.operand(1), tail);
        };
    }

    private void called(FunctionType type) {
        frame.loadFlat(code);
        operands.pop(type.params().size());
        List<Kind> results = Kind.all(type.returns());
        if (results.size() > 1) {
            int array = frame.scratch(Kind.REF);
            code.astore(array);
            Raw.unpack(code, results, array, Kind.hasReferences(results));
        }
        operands.push(results);
    }

    void tail(AnnotatedInstruction instruction) {
        if (instruction.opcode() == OpCode.RETURN_CALL) {
            direct((int) instruction.operand(0));
        } else {
            indirectTail(instruction);
        }
    }

    private void direct(int function) {
        FunctionType type = facts.type(function);
        boolean trying = branches.isTrying();
        if (function == emitter.function() && start.isPresent()) {
            again(Kind.all(type.params()), start.get());
        } else if (!trying && !facts.isTailCalling(function)) {
            call(function);
            branches.branch(branches.function());
        } else {
            Label later = code.newLabel();
            if (!trying) {
                room(later);
                call(function, Descs.tail(function));
                giveBack(type);
                code.labelBinding(later);
            }
            pack(type);
            emitter.stateAnd(function);
            later(Descs.STATE, Descs.INT);
            giveAnything(type);
        }
    }

    private void indirectTail(AnnotatedInstruction instruction) {
        Dispatch dispatch = dispatch(instruction, true);
        FunctionType type = facts.typeAt(dispatch.typeIndex());
        Label later = code.newLabel();
        operands.pop();
        if (!branches.isTrying()) {
            room(later);
            dispatch(dispatch);
            giveBack(type);
            code.labelBinding(later);
        }
        int element = frame.scratch(Kind.I32);
        code.istore(element);
        pack(type);
        code.iload(element).aload(frame.state());
        if (dispatch.byTable()) {
            code.loadConstant(dispatch.table()).loadConstant(dispatch.typeIndex());
            later(Descs.INT, Descs.STATE, Descs.INT, Descs.INT);
        } else {
            code.loadConstant(dispatch.typeIndex());
            later(Descs.INT, Descs.STATE, Descs.INT);
        }
        giveAnything(type);
    }

    /** The function itself: from the start, with other parameters. */
    private void again(List<Kind> params, Label from) {
        for (int i = params.size() - 1; i >= 0; i--) {
            code.storeLocal(params.get(i).jvm(), frame.slot(i));
        }
        operands.between(0, params.size()).reversed().forEach(emitter::drop);
        emitter.settle();
        code.goto_(from);
    }

    /** Takes room for a call or, if there is none, goes on at {@code none}. */
    private void room(Label none) {
        emitter.state().getfield(Descs.STATE, "room", Descs.INT).ifle(none);
        emitter.state()
                .dup()
                .getfield(Descs.STATE, "room", Descs.INT)
                .iconst_1()
                .isub()
                .putfield(Descs.STATE, "room", Descs.INT);
    }

    private void giveBack(FunctionType type) {
        List<Kind> before = operands.between(0, 0);
        called(type);
        branches.branch(branches.function());
        operands.cutTo(0);
        operands.push(before);
    }

    /** Leaves the parameters on top of the stack as values. */
    private void pack(FunctionType type) {
        List<Kind> params = Kind.all(type.params());
        int first = emitter.spill(params);
        operands.pop(params.size());
        Raw.pack(code, params, first, true);
    }

    private void later(ClassDesc... params) {
        var all = new ArrayList<ClassDesc>(List.of(MixedBits.VALUES));
        all.addAll(List.of(params));
        code.invokestatic(TailWriter.TAILS, "later", MethodTypeDesc.of(ConstantDescs.CD_void, all));
    }

    /** Returns: whoever called makes the call that was left, and gives its results. */
    private void giveAnything(FunctionType type) {
        List<Kind> results = Kind.all(type.returns());
        results.forEach(kind -> kind.zero(code));
        operands.push(results);
        branches.branch(branches.function());
    }
}
