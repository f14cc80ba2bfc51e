package dev.belay.runtime.internal.jit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.OpCode;

/**
 * How a function that is too large for a method is cut: some of its blocks become methods of their own. Locals are in an array
 * that all of them share, and so is what goes into a block, comes out of it, or is carried by a branch to one around it.
 */
final class Outlining {
    /** What a block counts for where it was. */
    private static final int CALL = 16;

    private final Cutting cutting;

    private final Set<Integer> starts = new HashSet<>();
    private final Map<Integer, Integer> ends = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private int carried;
    private boolean carriesObjects;

    /**
     * A block that is to become a method.
     *
     * @param start the index of its first instruction
     * @param around the blocks around it, the innermost first
     */
    record Part(int index, int start, List<Block> around) {}

    private record Open(int start, OpCode opcode, int[] size) {}

    private Outlining(FunctionType type, Cutting cutting) {
        this.cutting = cutting;
        carry(Kind.all(type.returns()));
    }

    static Outlining of(ModuleFacts facts, int function) {
        var outlining = new Outlining(facts.type(function), facts.cutting());
        outlining.plan(facts, facts.body(function));
        return outlining;
    }

    private void plan(ModuleFacts facts, FunctionBody body) {
        var open = new ArrayDeque<Open>();
        open.push(new Open(-1, OpCode.NOP, new int[1]));
        List<AnnotatedInstruction> instructions = body.instructions();
        for (int i = 0; i < instructions.size(); i++) {
            AnnotatedInstruction instruction = instructions.get(i);
            open.element().size()[0]++;
            switch (instruction.opcode()) {
                case BLOCK, LOOP, IF, TRY_TABLE -> {
                    carry(facts.blockParams(instruction.operand(0)));
                    carry(facts.blockResults(instruction.operand(0)));
                    open.push(new Open(i, instruction.opcode(), new int[1]));
                }
                case END -> {
                    if (open.size() > 1) {
                        close(open.pop(), i, open.element());
                    }
                }
                default -> {}
            }
        }
    }

    private void carry(List<Kind> kinds) {
        carried = Math.max(carried, kinds.size());
        carriesObjects |= kinds.stream().anyMatch(Kind::isObject);
    }

    /** Blocks that were closed before stay within the one around them as long as that does not grow too large. */
    private void close(Open block, int end, Open around) {
        int size = block.size()[0];
        ends.put(block.start(), end);
        boolean tooLarge = size > cutting.smallest() && around.size()[0] + size > cutting.largest();
        if (tooLarge && (block.opcode() == OpCode.BLOCK || block.opcode() == OpCode.LOOP)) {
            starts.add(block.start());
            around.size()[0] += CALL;
        } else {
            around.size()[0] += size;
        }
    }

    boolean isOutlined(int start) {
        return starts.contains(start);
    }

    int end(int start) {
        return ends.getOrDefault(start, start);
    }

    /** The most that any block takes or gives, or any branch carries. */
    int carried() {
        return carried;
    }

    /** Whether references or vectors are among what passes. */
    boolean carriesObjects() {
        return carriesObjects;
    }

    /** Notes a block to be written as a method. Code can be written twice, for longer jumps: a block is noted once. */
    Part add(int start, List<Block> around) {
        for (Part known : parts) {
            if (known.start() == start) {
                return known;
            }
        }
        var part = new Part(parts.size(), start, List.copyOf(around));
        parts.add(part);
        return part;
    }

    /** Those noted so far; writing one may add others. */
    List<Part> parts() {
        return parts;
    }
}
