package dev.belay.runtime.internal.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import run.endive.wasm.types.AnnotatedInstruction;

/**
 * Writes branches to the blocks that are open. The operand stack of WebAssembly is the JVM's, so that a branch only has to
 * move operands when it leaves others below those that it carries.
 */
final class Branches {
    /** A condition that is on the stack. */
    static final Comparison ON_CONDITION = new Comparison(Kind.I32, 1, _ -> {}, Opcode.IFNE, Opcode.IFEQ);

    private final Emitter emitter;
    private final CodeBuilder code;
    private final Frame frame;
    private final Operands operands;
    private final Deque<Block> blocks = new ArrayDeque<>();

    Branches(Emitter emitter) {
        this.emitter = emitter;
        this.code = emitter.code();
        this.frame = emitter.frame();
        this.operands = emitter.operands();
    }

    /** The blocks that are open, the innermost first. */
    Deque<Block> blocks() {
        return blocks;
    }

    Block target(long depth) {
        var each = blocks.iterator();
        Block block = each.next();
        for (long i = 0; i < depth; i++) {
            block = each.next();
        }
        return block;
    }

    Block function() {
        return blocks.getLast();
    }

    /** Whether the exceptions of what is called here may be caught in this function. */
    boolean isTrying() {
        return blocks.stream().anyMatch(block -> block.form == Block.Form.TRY);
    }

    /** Goes to a block with what it is to carry. */
    void branch(Block block) {
        if (block.exit != 0) {
            emitter.settle();
            pass(block.carried());
            code.loadConstant(block.exit).ireturn();
            return;
        }
        if (block.form == Block.Form.FUNCTION) {
            returnResults(block.results);
            return;
        }
        dropBelow(block);
        block.targeted = true;
        code.goto_(block.label);
    }

    void returnResults(List<Kind> results) {
        emitter.settle();
        switch (results.size()) {
            case 0 -> code.return_();
            case 1 -> code.return_(results.getFirst().jvm());
            default -> {
                int first = emitter.spill(results);
                Raw.pack(code, results, first, Kind.hasReferences(results));
                code.areturn();
            }
        }
    }

    /** Puts what is on top of the stack where other parts find it. The stack keeps track of it no more than before. */
    void pass(List<Kind> kinds) {
        for (int i = kinds.size() - 1; i >= 0; i--) {
            frame.set(code, frame.count() + i, kinds.get(i));
        }
    }

    /** Leaves what another part has put there on the stack. */
    void receive(List<Kind> kinds) {
        for (int i = 0; i < kinds.size(); i++) {
            frame.get(code, frame.count() + i, kinds.get(i));
        }
    }

    /** Whether there is anything below what a branch carries that is to go. */
    private boolean isDirect(Block block) {
        return block.form != Block.Form.FUNCTION
                && block.exit == 0
                && operands.height() == block.height + block.carried().size();
    }

    private void dropBelow(Block block) {
        if (isDirect(block)) {
            return;
        }
        List<Kind> carried = block.carried();
        List<Kind> dropped = operands.between(block.height, carried.size());
        int first = emitter.spill(carried);
        dropped.reversed().forEach(emitter::drop);
        emitter.reload(carried, first);
    }

    void branchIf(Block block, Comparison comparison) {
        if (isDirect(block)) {
            block.targeted = true;
            comparison.branch(code, true, block.label);
            return;
        }
        Label stay = code.newLabel();
        comparison.branch(code, false, stay);
        branch(block);
        code.labelBinding(stay);
    }

    void table(AnnotatedInstruction instruction) {
        operands.pop();
        int count = instruction.operandCount();
        var cases = new ArrayList<SwitchCase>();
        var detours = new ArrayList<Detour>();
        for (int i = 0; i < count - 1; i++) {
            cases.add(SwitchCase.of(i, label(target(instruction.operand(i)), detours)));
        }
        Label last = label(target(instruction.operand(count - 1)), detours);
        if (cases.isEmpty()) {
            code.pop().goto_(last);
        } else {
            code.tableswitch(0, cases.size() - 1, last, cases);
        }
        for (Detour detour : detours) {
            code.labelBinding(detour.label());
            branch(detour.block());
        }
    }

    /** A place that a table branches to, to move operands on the way to a block. */
    private record Detour(Block block, Label label) {}

    private Label label(Block block, List<Detour> detours) {
        if (isDirect(block)) {
            block.targeted = true;
            return block.label;
        }
        return detours.stream()
                .filter(detour -> detour.block() == block)
                .findFirst()
                .orElseGet(() -> {
                    var detour = new Detour(block, code.newLabel());
                    detours.add(detour);
                    return detour;
                })
                .label();
    }
}
