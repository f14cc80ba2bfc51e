package dev.belay.runtime.internal.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import run.endive.wasm.types.FunctionType;

/**
 * Writes the class of calls by one table, or by reference, of functions of one type. They go straight to a function of this
 * module that was in a table from the start, or that code can refer to, and has the type; others are called by shape.
 */
final class IndirectWriter {
    static final String CALL = "call";

    private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
    /** Functions in one switch: what keeps the method small enough for the JVM's compilers. */
    private static final int IN_SWITCH = 256;

    private final ModuleFacts facts;
    private final Dispatch dispatch;
    private final FunctionType type;
    private final List<Kind> params;
    private final ClassDesc owner;
    private final MethodTypeDesc desc;
    /** Variables: the index into the table or, in a part and of a reference, the function; then the state. */
    private final int element;

    private final int state;
    private final List<List<Integer>> parts = new ArrayList<>();

    IndirectWriter(ModuleFacts facts, Dispatch dispatch) {
        this.facts = facts;
        this.dispatch = dispatch;
        this.type = facts.typeAt(dispatch.typeIndex());
        this.params = Kind.all(type.params());
        this.owner = Descs.indirect(dispatch);
        this.desc = Descs.indirectMethod(type);
        this.element = Kind.slots(params);
        this.state = element + 1;
        List<Integer> known = dispatch.byTable()
                ? facts.inElements(dispatch.typeIndex())
                : facts.referenced(dispatch.typeIndex());
        for (int i = 0; i < known.size(); i += IN_SWITCH) {
            parts.add(known.subList(i, Math.min(known.size(), i + IN_SWITCH)));
        }
    }

    byte[] write() {
        return ClassFile.of().build(owner, writer -> {
            writer.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER)
                    .withMethodBody(CALL, desc, PUBLIC_STATIC, this::call);
            for (int i = 0; i < parts.size(); i++) {
                part(writer, i);
            }
        });
    }

    /** Finds the function, and the part that knows it. The parts are in the order of their functions. */
    private void call(CodeBuilder code) {
        int target = state + 1;
        code.aload(state);
        if (dispatch.byTable()) {
            code.loadConstant(dispatch.table())
                    .iload(element)
                    .invokestatic(
                            Descs.RUNTIME,
                            "target",
                            MethodTypeDesc.of(Descs.INT, Descs.STATE, Descs.INT, Descs.INT));
        } else {
            code.iload(element)
                    .invokestatic(
                            Descs.RUNTIME, "target", MethodTypeDesc.of(Descs.INT, Descs.STATE, Descs.INT));
        }
        code.istore(target);
        Label foreign = code.newLabel();
        code.iload(target).iflt(foreign);
        for (int i = 0; i < parts.size(); i++) {
            Label next = code.newLabel();
            if (i + 1 < parts.size()) {
                code.iload(target).loadConstant((int) parts.get(i).getLast()).if_icmpgt(next);
            }
            loadParams(code);
            code.iload(target).aload(state).invokestatic(owner, partName(i), desc);
            giveBack(code);
            code.labelBinding(next);
        }
        code.labelBinding(foreign);
        if (dispatch.byTable()) {
            code.aload(state)
                    .loadConstant(dispatch.table())
                    .iload(element)
                    .loadConstant(dispatch.typeIndex())
                    .invokestatic(
                            Descs.RUNTIME,
                            "inTable",
                            MethodTypeDesc.of(Descs.CALL, Descs.STATE, Descs.INT, Descs.INT, Descs.INT));
        } else {
            own(code);
        }
        Typed.callAndReturn(code, type);
    }

    /** Leaves the call of a function of this instance that no part knows. */
    private void own(CodeBuilder code) {
        code.aload(state)
                .iload(element)
                .loadConstant(dispatch.typeIndex())
                .invokestatic(
                        Descs.RUNTIME,
                        "own",
                        MethodTypeDesc.of(Descs.CALL, Descs.STATE, Descs.INT, Descs.INT));
    }

    private void part(ClassBuilder writer, int index) {
        writer.withMethodBody(partName(index), desc, PUBLIC_STATIC, code -> {
            Label none = code.newLabel();
            var cases = parts.get(index).stream()
                    .map(function -> SwitchCase.of(function, code.newLabel()))
                    .toList();
            code.iload(element).lookupswitch(none, cases);
            for (SwitchCase each : cases) {
                code.labelBinding(each.target());
                loadParams(code);
                int function = each.caseValue();
                code.aload(state)
                        .invokestatic(
                                Descs.chunk(JitCode.chunkOf(function)), name(function), Descs.method(type));
                giveBack(code);
            }
            code.labelBinding(none);
            own(code);
            Typed.callAndReturn(code, type);
        });
    }

    private static String partName(int part) {
        return "part" + part;
    }

    /** The method of a function. */
    private String name(int function) {
        return dispatch.tail() && facts.isTailCalling(function) ? Descs.tail(function) : Descs.function(function);
    }

    private void loadParams(CodeBuilder code) {
        int slot = 0;
        for (Kind kind : params) {
            code.loadLocal(kind.jvm(), slot);
            slot += kind.slots();
        }
    }

    private void giveBack(CodeBuilder code) {
        List<Kind> results = Kind.all(type.returns());
        switch (results.size()) {
            case 0 -> code.return_();
            case 1 -> code.return_(results.getFirst().jvm());
            default -> code.areturn();
        }
    }
}
