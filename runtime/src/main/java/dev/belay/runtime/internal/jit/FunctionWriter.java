package dev.belay.runtime.internal.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.OpCode;

/**
 * Writes one function: its blocks. Branches between them are in {@link Branches}, and what goes on to the next instruction in
 * {@link InstructionWriter}.
 */
final class FunctionWriter {
    private static final Comparison IS_EXIT = Comparison.of(OpCode.I32_EQ).orElseThrow();

    private final ModuleFacts facts;
    private final CodeBuilder code;
    private final FunctionType type;
    private final FunctionBody body;
    private final Frame frame;
    private final Operands operands = new Operands();
    private final Emitter emitter;
    private final Branches branches;
    private final Deque<Block> blocks;
    private final InstructionWriter instructions;
    private final CallWriter calls;
    private final ReferenceWriter references;
    private final CatchWriter catches;
    private final Optional<Outlining> outlining;
    private final Optional<Outlining.Part> part;
    private final int function;
    /** Where the function starts, for calls of itself that nothing comes after. */
    private final Label start;
    /** Whether what comes next can be reached; if not, it is skipped. */
    private boolean reachable = true;
    /** Blocks opened since that cannot be reached. */
    private int skipped;

    /**
     * @param outlining how the function is cut, if it is
     * @param part what is written, if it is not all of it
     */
    private FunctionWriter(
            ModuleFacts facts, int function, CodeBuilder code, Optional<Outlining> outlining, Optional<Outlining.Part> part) {
        this.facts = facts;
        this.function = function;
        this.code = code;
        this.outlining = outlining;
        this.type = facts.type(function);
        this.body = facts.body(function);
        this.part = part;
        this.frame = new Frame(type, body, outlining.isPresent(), part.map(Outlining.Part::region));
        this.emitter = new Emitter(facts, function, code, frame, operands);
        this.branches = new Branches(emitter);
        this.blocks = branches.blocks();
        this.start = code.newLabel();
        this.calls = new CallWriter(emitter, branches, part.isPresent() ? Optional.empty() : Optional.of(start));
        this.references = new ReferenceWriter(emitter, branches);
        this.catches = new CatchWriter(emitter, branches);
        this.instructions = new InstructionWriter(emitter, calls, references);
    }

    static void write(ModuleFacts facts, int function, CodeBuilder code, Optional<Outlining> outlining) {
        var writer = new FunctionWriter(facts, function, code, outlining, Optional.empty());
        code.labelBinding(writer.start);
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
        var writer = new FunctionWriter(facts, function, code, Optional.of(outlining), Optional.of(part));
        writer.prologue();
        int exit = part.around().size();
        for (Block block : part.around().reversed()) {
            writer.blocks.push(block.outside(exit--));
        }
        Region region = part.region();
        List<Kind> results = part.isBlock() ? writer.block(region) : writer.rest(region);
        if (writer.reachable) {
            writer.emitter.settle();
            writer.branches.pass(results);
            code.iconst_0().ireturn();
        }
    }

    private List<Kind> block(Region region) {
        AnnotatedInstruction first = body.instructions().get(region.from());
        Block shape = shape(first, Block.Form.BLOCK);
        branches.receive(shape.params);
        operands.push(shape.params);
        if (first.opcode() == OpCode.LOOP) {
            open(first, Block.Form.LOOP, Optional.empty());
        } else {
            blocks.push(shape);
        }
        instructions(region.from() + 1, region.end());
        end();
        return shape.results;
    }

    private List<Kind> rest(Region region) {
        instructions(region.from(), region.end());
        return blocks.element().results;
    }

    private void instructions(int from, int to) {
        List<AnnotatedInstruction> all = body.instructions();
        for (int i = from; i < to && !blocks.isEmpty(); i++) {
            AnnotatedInstruction instruction = all.get(i);
            Optional<Region> cut = reachable ? cut(i) : Optional.empty();
            if (!reachable) {
                skip(instruction);
            } else if (cut.isPresent()) {
                i = cut.get().to() - 1;
            } else if (!fused(instruction, i + 1 < to ? Optional.of(all.get(i + 1)) : Optional.empty())) {
                one(instruction);
            } else {
                i++;
            }
        }
    }

    /** Calls the method of what starts there, if it is one. The rest of a block can be if there are no operands before it. */
    private Optional<Region> cut(int start) {
        if (outlining.isEmpty()) {
            return Optional.empty();
        }
        Optional<Region> rest = outlining.get()
                .end(start)
                .filter(region -> part.filter(p -> p.is(region)).isEmpty())
                .filter(_ -> operands.height() == blocks.element().height);
        if (rest.isPresent()) {
            outlined(outlining.get().add(rest.get(), false, List.copyOf(blocks)), blocks.element().results);
            return rest;
        }
        Optional<Region> block = outlining.get().block(start);
        if (block.isPresent()) {
            Block shape = shape(body.instructions().get(start), Block.Form.BLOCK);
            branches.pass(shape.params);
            operands.pop(shape.params.size());
            outlined(outlining.get().add(block.get(), true, List.copyOf(blocks)), shape.results);
        }
        return block;
    }

    /** Calls the method of a part, and goes on where it says. */
    private void outlined(Outlining.Part called, List<Kind> results) {
        code.aload(frame.array().orElseThrow())
                .aload(frame.objects())
                .aload(frame.state())
                .invokestatic(
                        Descs.chunk(JitCode.chunkOf(function)),
                        ChunkWriter.part(function, called.index()),
                        ChunkWriter.PART);
        frame.loadFlat(code);
        goOn(called, List.copyOf(blocks), results);
    }

    private void goOn(Outlining.Part called, List<Block> around, List<Kind> results) {
        Label next = code.newLabel();
        int exit = frame.moment(TypeKind.INT);
        code.istore(exit);
        if (called.goesOn()) {
            code.iload(exit).ifeq(next);
        }
        for (int i : called.exits()) {
            Block target = around.get(i);
            Label other = code.newLabel();
            boolean isLast = i == called.exits().getLast();
            if (!isLast && target.carried().isEmpty()) {
                code.iload(exit).loadConstant(i + 1);
                branches.branchIf(target, IS_EXIT);
                continue;
            } else if (!isLast) {
                code.iload(exit).loadConstant(i + 1).if_icmpne(other);
            }
            branches.receive(target.carried());
            operands.push(target.carried());
            branches.branch(target);
            operands.pop(target.carried().size());
            code.labelBinding(other);
        }
        reachable = called.goesOn();
        if (reachable) {
            code.labelBinding(next);
            branches.receive(results);
            operands.push(results);
        }
    }

    /** Zeros or, if the function is cut, makes the array of locals and fills it with the parameters. */
    private void locals() {
        if (outlining.isPresent()) {
            arrays(outlining.get());
            return;
        }
        for (int i = frame.params(); i < frame.count(); i++) {
            frame.kind(i).zero(code);
            code.storeLocal(frame.kind(i).jvm(), frame.slot(i));
        }
    }

    private void arrays(Outlining cut) {
        int size = frame.count() + cut.carried();
        code.loadConstant(size)
                .newarray(TypeKind.LONG)
                .astore(frame.array().orElseThrow());
        boolean objects = cut.carriesObjects();
        for (int i = 0; i < frame.count(); i++) {
            objects |= frame.kind(i).isObject();
        }
        if (objects) {
            code.loadConstant(size).anewarray(ConstantDescs.CD_Object);
        } else {
            code.aconst_null();
        }
        code.astore(frame.objects());
        for (int i = 0; i < frame.params(); i++) {
            code.loadLocal(frame.kind(i).jvm(), frame.slot(i));
            frame.set(code, i);
        }
        for (int i = frame.params(); i < frame.count(); i++) {
            if (frame.kind(i) == Kind.VECTOR) {
                frame.kind(i).zero(code);
                frame.set(code, i);
            }
        }
    }

    private void prologue() {
        frame.memory().ifPresent(slot -> code.aload(frame.state())
                .getfield(Descs.STATE, "memory", Descs.MEMORY)
                .astore(slot));
        frame.ticks().ifPresent(slot -> code.loadConstant(JitRuntime.SLICE).istore(slot));
        if (part.isEmpty() && (frame.calls() || frame.ticks().isPresent())) {
            tick(1);
        }
        frame.depth().ifPresent(this::depth);
        frame.loadFlat(code);
    }

    private void depth(int slot) {
        code.aload(frame.state());
        if (part.isPresent()) {
            code.getfield(Descs.STATE, "depth", Descs.INT);
        } else {
            code.invokevirtual(Descs.STATE, "descend", MethodTypeDesc.of(Descs.INT));
        }
        code.istore(slot);
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
                branches.branchIf(branches.target(next.get().operand(0)), comparison.get());
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
            case TRY_TABLE -> attempt(instruction);
            case ELSE -> {
                Block block = blocks.element();
                block.targeted = true;
                code.goto_(block.label);
                reachable = false;
                otherwise();
            }
            case END -> end();
            case BR_IF -> {
                operands.pop();
                branches.branchIf(branches.target(instruction.operand(0)), Branches.ON_CONDITION);
            }
            case BR_ON_NULL, BR_ON_NON_NULL, BR_ON_CAST, BR_ON_CAST_FAIL -> references.branch(instruction);
            case BR, BR_TABLE, RETURN, THROW, THROW_REF, RETURN_CALL, RETURN_CALL_INDIRECT, RETURN_CALL_REF -> {
                leave(instruction);
                reachable = false;
            }
            default -> instructions.write(instruction);
        }
    }

    /** Writes what does not go on to the next instruction. */
    private void leave(AnnotatedInstruction instruction) {
        switch (instruction.opcode()) {
            case BR -> branches.branch(branches.target(instruction.operand(0)));
            case BR_TABLE -> branches.table(instruction);
            case RETURN -> branches.branch(branches.function());
            case THROW -> catches.throwing((int) instruction.operand(0));
            case THROW_REF -> catches.throwingAgain();
            default -> calls.tail(instruction);
        }
    }

    private Block shape(AnnotatedInstruction instruction, Block.Form form) {
        List<Kind> params = facts.blockParams(instruction.operand(0));
        List<Kind> results = facts.blockResults(instruction.operand(0));
        Optional<Label> otherwise = form == Block.Form.IF ? Optional.of(code.newLabel()) : Optional.empty();
        int height = Math.max(0, operands.height() - params.size());
        return new Block(form, params, results, height, code.newLabel(), otherwise);
    }

    private void attempt(AnnotatedInstruction instruction) {
        Block block = shape(instruction, Block.Form.TRY);
        block.attempt = Optional.of(catches.open(instruction, block.params));
        blocks.push(block);
    }

    private void open(AnnotatedInstruction instruction, Block.Form form, Optional<Comparison> condition) {
        Block block = shape(instruction, form);
        blocks.push(block);
        if (form == Block.Form.LOOP) {
            loop(block.label);
        } else if (block.otherwise.isPresent()) {
            condition.orElse(Branches.ON_CONDITION).branch(code, false, block.otherwise.get());
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
        block.attempt.ifPresent(attempt -> catches.close(attempt, reachable));
        if (block.otherwise.isPresent()) {
            // No other branch: without one, what goes in comes out.
            code.labelBinding(block.otherwise.get());
            reachable = true;
        }
        if (block.form == Block.Form.FUNCTION) {
            if (reachable) {
                branches.returnResults(block.results);
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
}
