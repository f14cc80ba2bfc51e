package dev.belay.runtime.internal.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.BlockType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.ValType;

/**
 * Writes one function: its control flow; the rest is in {@link InstructionWriter}. The operand stack of WebAssembly is the
 * JVM's, so that a branch only has to move operands when it leaves others below those that it carries.
 */
final class FunctionWriter {
    private final ModuleFacts facts;
    private final CodeBuilder code;
    private final FunctionType type;
    private final FunctionBody body;
    private final Frame frame;
    private final Operands operands = new Operands();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final InstructionWriter instructions;
    private final Optional<Outlining> outlining;
    private final int function;
    /** Whether what comes next can be reached; if not, it is skipped. */
    private boolean reachable = true;
    /** Blocks opened since that cannot be reached. */
    private int skipped;

    /**
     * @param outlining how the function is cut, if it is
     * @param part whether what is written is a part of it
     */
    private FunctionWriter(
            ModuleFacts facts, int function, CodeBuilder code, Optional<Outlining> outlining, boolean part) {
        this.facts = facts;
        this.function = function;
        this.code = code;
        this.outlining = outlining;
        this.type = facts.type(function);
        this.body = facts.body(function);
        this.frame = new Frame(type, body, outlining.isPresent(), part);
        this.instructions = new InstructionWriter(facts, code, frame, operands);
    }

    static void write(ModuleFacts facts, int function, CodeBuilder code, Optional<Outlining> outlining) {
        var writer = new FunctionWriter(facts, function, code, outlining, false);
        writer.locals();
        writer.prologue();
        writer.blocks.push(new Block(
                Block.Form.FUNCTION,
                List.of(),
                Kind.all(writer.type.returns()),
                0,
                code.newLabel(),
                Optional.empty()));
        writer.instructions(0, writer.body.instructions().size());
    }

    /** Writes a part: the method that takes the array of locals, and gives 0 or where to go on. */
    static void write(ModuleFacts facts, int function, CodeBuilder code, Outlining outlining, Outlining.Part part) {
        var writer = new FunctionWriter(facts, function, code, Optional.of(outlining), true);
        writer.prologue();
        int exit = part.around().size();
        for (Block block : part.around().reversed()) {
            writer.blocks.push(block.outside(exit--));
        }
        AnnotatedInstruction start = writer.body.instructions().get(part.start());
        Block shape = writer.shape(start, Block.Form.BLOCK);
        writer.receive(shape.params);
        writer.operands.push(shape.params);
        if (start.opcode() == OpCode.LOOP) {
            writer.open(start, Block.Form.LOOP, Optional.empty());
        } else {
            writer.blocks.push(shape);
        }
        writer.instructions(part.start() + 1, outlining.end(part.start()));
        writer.end();
        if (writer.reachable) {
            writer.pass(shape.results);
            code.iconst_0().ireturn();
        }
    }

    private void instructions(int from, int to) {
        List<AnnotatedInstruction> all = body.instructions();
        for (int i = from; i < to && !blocks.isEmpty(); i++) {
            AnnotatedInstruction instruction = all.get(i);
            int index = i;
            if (!reachable) {
                skip(instruction);
            } else if (outlining.filter(o -> o.isOutlined(index)).isPresent()) {
                outlined(i);
                i = outlining.orElseThrow().end(i);
            } else if (!fused(instruction, i + 1 < to ? Optional.of(all.get(i + 1)) : Optional.empty())) {
                one(instruction);
            } else {
                i++;
            }
        }
    }

    /** Calls the method of a block, and goes on where it says. */
    private void outlined(int start) {
        Outlining.Part part = outlining.orElseThrow().add(start, List.copyOf(blocks));
        Block shape = shape(body.instructions().get(start), Block.Form.BLOCK);
        pass(shape.params);
        operands.pop(shape.params.size());
        code.aload(frame.array().orElseThrow())
                .aload(frame.state())
                .invokestatic(
                        Descs.chunk(JitCode.chunkOf(function)),
                        ChunkWriter.part(function, part.index()),
                        ChunkWriter.PART);
        frame.loadFlat(code);
        Label goOn = code.newLabel();
        var around = new ArrayList<>(blocks);
        var cases = new ArrayList<SwitchCase>();
        for (int i = 0; i < around.size(); i++) {
            cases.add(SwitchCase.of(i + 1, code.newLabel()));
        }
        code.tableswitch(1, around.size(), goOn, cases);
        for (int i = 0; i < around.size(); i++) {
            code.labelBinding(cases.get(i).target());
            Block target = around.get(i);
            receive(target.carried());
            operands.push(target.carried());
            branch(target);
            operands.pop(target.carried().size());
        }
        code.labelBinding(goOn);
        receive(shape.results);
        operands.push(shape.results);
    }

    /** Puts what is on top of the stack where other parts find it. The stack keeps track of it no more than before. */
    private void pass(List<Kind> kinds) {
        for (int i = kinds.size() - 1; i >= 0; i--) {
            frame.set(code, frame.count() + i, kinds.get(i));
        }
    }

    /** Leaves what another part has put there on the stack. */
    private void receive(List<Kind> kinds) {
        for (int i = 0; i < kinds.size(); i++) {
            frame.get(code, frame.count() + i, kinds.get(i));
        }
    }

    /** Zeros or, if the function is cut, makes the array of locals and fills it with the parameters. */
    private void locals() {
        if (outlining.isPresent()) {
            int array = frame.array().orElseThrow();
            code.loadConstant(frame.count() + outlining.get().carried())
                    .newarray(java.lang.classfile.TypeKind.LONG)
                    .astore(array);
            for (int i = 0; i < frame.params(); i++) {
                code.loadLocal(frame.kind(i).jvm(), frame.slot(i));
                frame.set(code, i);
            }
            return;
        }
        for (int i = frame.params(); i < frame.count(); i++) {
            zero(frame.kind(i));
            code.storeLocal(frame.kind(i).jvm(), frame.slot(i));
        }
    }

    private void prologue() {
        frame.memory().ifPresent(slot -> code.aload(frame.state())
                .getfield(Descs.STATE, "memory", Descs.MEMORY)
                .astore(slot));
        frame.ticks().ifPresent(slot -> code.loadConstant(JitRuntime.SLICE).istore(slot));
        if (frame.calls() || frame.ticks().isPresent()) {
            tick(1);
        }
        frame.loadFlat(code);
    }

    private void zero(Kind kind) {
        switch (kind) {
            case I32 -> code.iconst_0();
            case I64 -> code.lconst_0();
            case F32 -> code.fconst_0();
            case F64 -> code.dconst_0();
        }
    }

    /** Counts in the state; when that runs out, looks whether to go on. */
    private void tick(int by) {
        Label goOn = code.newLabel();
        code.aload(frame.state())
                .dup()
                .getfield(Descs.STATE, "ticks", Descs.INT)
                .loadConstant(by)
                .isub()
                .dup_x1()
                .putfield(Descs.STATE, "ticks", Descs.INT)
                .ifge(goOn)
                .aload(frame.state())
                .invokestatic(Descs.RUNTIME, "poll", MethodTypeDesc.of(Descs.VOID, Descs.STATE))
                .labelBinding(goOn);
    }

    /**
     * Starts a loop: each iteration counts down a variable; when that runs out, it is counted in the state. That happens in
     * a loop around the one proper, so that where it calls nothing else the JVM's compiler sees a loop without calls.
     */
    private void loop(Label start) {
        int slot = frame.ticks().orElseThrow();
        Label around = code.newLabel();
        Label some = code.newLabel();
        code.labelBinding(around).iload(slot).ifge(some).iinc(slot, JitRuntime.SLICE);
        tick(JitRuntime.SLICE);
        code.labelBinding(some);
        frame.loadFlat(code);
        code.labelBinding(start).iinc(slot, -1).iload(slot).iflt(around);
    }

    private void skip(AnnotatedInstruction instruction) {
        switch (instruction.opcode()) {
            case BLOCK, LOOP, IF, TRY_TABLE -> skipped++;
            case ELSE -> {
                if (skipped == 0) {
                    otherwise();
                }
            }
            case END -> {
                if (skipped == 0) {
                    end();
                } else {
                    skipped--;
                }
            }
            default -> {}
        }
    }

    /** A comparison and the branch on it, in one. */
    private boolean fused(AnnotatedInstruction instruction, Optional<AnnotatedInstruction> next) {
        var comparison = Comparison.of(instruction.opcode());
        if (comparison.isEmpty() || next.isEmpty()) {
            return false;
        }
        switch (next.get().opcode()) {
            case BR_IF -> {
                operands.pop(comparison.get().operands());
                branchIf(next.get(), comparison.get());
                return true;
            }
            case IF -> {
                operands.pop(comparison.get().operands());
                open(next.get(), Block.Form.IF, Optional.of(comparison.get()));
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private void one(AnnotatedInstruction instruction) {
        switch (instruction.opcode()) {
            case NOP -> {}
            case UNREACHABLE -> {
                code.invokestatic(
                                Descs.RUNTIME, "unreachable", MethodTypeDesc.of(Descs.of(dev.belay.runtime.Trap.class)))
                        .athrow();
                reachable = false;
            }
            case BLOCK -> open(instruction, Block.Form.BLOCK, Optional.empty());
            case LOOP -> open(instruction, Block.Form.LOOP, Optional.empty());
            case IF -> {
                operands.pop();
                open(instruction, Block.Form.IF, Optional.empty());
            }
            case ELSE -> {
                Block block = blocks.element();
                block.targeted = true;
                code.goto_(block.label);
                reachable = false;
                otherwise();
            }
            case END -> end();
            case BR -> {
                branch(target(instruction.operand(0)));
                reachable = false;
            }
            case BR_IF -> {
                operands.pop();
                branchIf(instruction, ON_CONDITION);
            }
            case BR_TABLE -> table(instruction);
            case RETURN -> {
                branch(blocks.getLast());
                reachable = false;
            }
            default -> instructions.write(instruction);
        }
    }

    private static final Comparison ON_CONDITION = new Comparison(Kind.I32, 1, _ -> {}, Opcode.IFNE, Opcode.IFEQ);

    private Block shape(AnnotatedInstruction instruction, Block.Form form) {
        long blockType = instruction.operand(0);
        List<Kind> params = List.of();
        List<Kind> results = List.of();
        if (BlockType.isTypeIndex(blockType)) {
            FunctionType signature = facts.typeAt((int) BlockType.typeIndex(blockType));
            params = Kind.all(signature.params());
            results = Kind.all(signature.returns());
        } else if (BlockType.isValueType(blockType)) {
            results = List.of(Kind.of(
                    ValType.builder().fromId(BlockType.valueTypeId(blockType)).build()));
        }
        Optional<Label> otherwise = form == Block.Form.IF ? Optional.of(code.newLabel()) : Optional.empty();
        int height = Math.max(0, operands.height() - params.size());
        return new Block(form, params, results, height, code.newLabel(), otherwise);
    }

    private void open(AnnotatedInstruction instruction, Block.Form form, Optional<Comparison> condition) {
        Block block = shape(instruction, form);
        blocks.push(block);
        if (form == Block.Form.LOOP) {
            loop(block.label);
        } else if (block.otherwise.isPresent()) {
            condition.orElse(ON_CONDITION).branch(code, false, block.otherwise.get());
        }
    }

    private void otherwise() {
        Block block = blocks.pop();
        blocks.push(block.elseBlock());
        operands.cutTo(block.height);
        operands.push(block.params);
        code.labelBinding(block.otherwise.orElseThrow());
        reachable = true;
    }

    private void end() {
        Block block = blocks.pop();
        if (block.otherwise.isPresent()) {
            // No other branch: without one, what goes in comes out.
            code.labelBinding(block.otherwise.get());
            reachable = true;
        }
        if (block.form == Block.Form.FUNCTION) {
            if (reachable) {
                returnResults();
            }
            return;
        }
        if (block.targeted && block.form != Block.Form.LOOP) {
            code.labelBinding(block.label);
            reachable = true;
        }
        operands.cutTo(block.height);
        operands.push(block.results);
    }

    private void returnResults() {
        List<Kind> results = Kind.all(type.returns());
        switch (results.size()) {
            case 0 -> code.return_();
            case 1 -> code.return_(results.getFirst().jvm());
            default -> {
                int first = spill(results);
                Raw.pack(code, results, first);
                code.areturn();
            }
        }
    }

    private Block target(long depth) {
        var each = blocks.iterator();
        Block block = each.next();
        for (long i = 0; i < depth; i++) {
            block = each.next();
        }
        return block;
    }

    /** Goes to a block with what it is to carry. */
    private void branch(Block block) {
        if (block.exit != 0) {
            pass(block.carried());
            code.loadConstant(block.exit).ireturn();
            return;
        }
        if (block.form == Block.Form.FUNCTION) {
            returnResults();
            return;
        }
        dropBelow(block);
        block.targeted = true;
        code.goto_(block.label);
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
        int first = spill(carried);
        for (Kind kind : dropped.reversed()) {
            InstructionWriter.drop(code, kind);
        }
        int slot = first;
        for (Kind kind : carried) {
            code.loadLocal(kind.jvm(), slot);
            slot += kind.slots();
        }
    }

    /** Puts what is on top into variables that follow each other, the lowest first. */
    private int spill(List<Kind> kinds) {
        var slots = new ArrayList<Integer>();
        for (Kind kind : kinds) {
            slots.add(frame.scratch(kind));
        }
        for (int i = kinds.size() - 1; i >= 0; i--) {
            code.storeLocal(kinds.get(i).jvm(), slots.get(i));
        }
        return slots.isEmpty() ? 0 : slots.getFirst();
    }

    private void branchIf(AnnotatedInstruction instruction, Comparison comparison) {
        Block block = target(instruction.operand(0));
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

    private void table(AnnotatedInstruction instruction) {
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
        reachable = false;
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
