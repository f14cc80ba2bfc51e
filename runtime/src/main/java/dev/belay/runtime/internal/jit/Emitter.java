package dev.belay.runtime.internal.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** What the writers of one method share. */
record Emitter(ModuleFacts facts, int function, CodeBuilder code, Frame frame, Operands operands) {

    /** Leaves the instance's state. */
    CodeBuilder state() {
        return code.aload(frame.state());
    }

    /** Leaves the instance's state, and an index. */
    CodeBuilder stateAnd(int index) {
        return state().loadConstant(index);
    }

    /** Counts, before a method is left, the iterations that are not counted yet, and that a call has ended. */
    void settle() {
        frame.ticks().ifPresent(slot -> state().dup()
                .getfield(Descs.STATE, "ticks", Descs.INT)
                .iload(slot)
                .iadd()
                .loadConstant(JitRuntime.SLICE)
                .isub()
                .putfield(Descs.STATE, "ticks", Descs.INT));
        if (!frame.isPart()) {
            frame.depth().ifPresent(slot -> state().iload(slot).iconst_1().iadd().putfield(Descs.STATE, "depth", Descs.INT));
        }
    }

    /** An exception has ended calls that were made within this one. */
    void caught() {
        frame.depth().ifPresent(slot -> state().iload(slot).putfield(Descs.STATE, "depth", Descs.INT));
    }

    void call(ClassDesc owner, String method, ClassDesc result, ClassDesc... params) {
        code.invokestatic(owner, method, MethodTypeDesc.of(result, params));
    }

    /** Puts what is on top into variables that follow each other, the lowest first. */
    int spill(List<Kind> kinds) {
        int[] slots = new int[kinds.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = frame.scratch(kinds.get(i));
        }
        for (int i = slots.length - 1; i >= 0; i--) {
            code.storeLocal(kinds.get(i).jvm(), slots[i]);
        }
        return slots.length == 0 ? 0 : slots[0];
    }

    /** Leaves what was {@linkplain #spill spilled}. */
    void reload(List<Kind> kinds, int first) {
        int slot = first;
        for (Kind kind : kinds) {
            code.loadLocal(kind.jvm(), slot);
            slot += kind.slots();
        }
    }

    void drop(Kind kind) {
        if (kind.slots() == 1) {
            code.pop();
        } else {
            code.pop2();
        }
    }

    void dup(Kind kind) {
        if (kind.slots() == 1) {
            code.dup();
        } else {
            code.dup2();
        }
    }
}
