package dev.belay.runtime.internal.jit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.OpCode;

/**
 * How a function that is too large for a method is cut: some of its blocks, and of what comes last in them, become methods of
 * their own. Locals are in an array that all of them share, and so is what goes into a block, comes out of it, or is carried
 * by a branch to one around it.
 */
final class Outlining {
    private final List<AnnotatedInstruction> instructions;
    private final CutPlan plan;
    private final List<Part> parts = new ArrayList<>();
    private int carried;
    private boolean carriesObjects;

    /**
     * What is to become a method.
     *
     * @param isBlock whether it is a block, rather than the rest of the innermost one around it
     * @param around the blocks around it, the innermost first
     * @param exits those that are branched to from within, by their place in {@code around}
     * @param goesOn whether what comes after it can be reached from it other than by a branch
     */
    record Part(
            int index, Region region, boolean isBlock, List<Block> around, List<Integer> exits, boolean goesOn) {
        boolean is(Region other) {
            return region.from() == other.from() && region.to() == other.to() && region.opcode() == other.opcode();
        }
    }

    private Outlining(FunctionType type, FunctionBody body, Cutting cutting) {
        this.instructions = body.instructions();
        this.plan = CutPlan.of(instructions, cutting);
        carry(Kind.all(type.returns()));
    }

    static Outlining of(ModuleFacts facts, int function) {
        var outlining = new Outlining(facts.type(function), facts.body(function), facts.cutting());
        for (AnnotatedInstruction instruction : outlining.instructions) {
            switch (instruction.opcode()) {
                case BLOCK, LOOP, IF, TRY_TABLE -> {
                    outlining.carry(facts.blockParams(instruction.operand(0)));
                    outlining.carry(facts.blockResults(instruction.operand(0)));
                }
                default -> {}
            }
        }
        return outlining;
    }

    private void carry(List<Kind> kinds) {
        carried = Math.max(carried, kinds.size());
        carriesObjects |= kinds.stream().anyMatch(Kind::isObject);
    }

    /** The block that starts there, if it is to be a method. */
    Optional<Region> block(int start) {
        return plan.block(start);
    }

    /** The rest of a block that starts there, if it is to be a method. */
    Optional<Region> end(int start) {
        return plan.end(start);
    }

    /** The most that any block takes or gives, or any branch carries. */
    int carried() {
        return carried;
    }

    /** Whether references or vectors are among what passes. */
    boolean carriesObjects() {
        return carriesObjects;
    }

    /** Notes what is to be written as a method. Code can be written twice, for longer jumps: a region is noted once. */
    Part add(Region region, boolean isBlock, List<Block> around) {
        for (Part known : parts) {
            if (known.is(region)) {
                return known;
            }
        }
        List<Integer> exits = exits(region, around.size());
        boolean goesOn = isBlock || exits.isEmpty() || !isLeft(region);
        var part = new Part(parts.size(), region, isBlock, List.copyOf(around), exits, goesOn);
        parts.add(part);
        return part;
    }

    /** Those noted so far; writing one may add others. */
    List<Part> parts() {
        return parts;
    }

    /** Whether the last instruction does not go on to what comes next. */
    private boolean isLeft(Region region) {
        return switch (instructions.get(region.to() - 1).opcode()) {
            case BR, BR_TABLE, RETURN, UNREACHABLE -> true;
            default -> false;
        };
    }

    private List<Integer> exits(Region region, int around) {
        var exits = new TreeSet<Integer>();
        int open = 0;
        for (int i = region.from(); i < region.to(); i++) {
            AnnotatedInstruction instruction = instructions.get(i);
            switch (instruction.opcode()) {
                case BLOCK, LOOP, IF -> open++;
                case END -> open--;
                case BR, BR_IF, BR_TABLE -> {
                    for (int k = 0; k < instruction.operandCount(); k++) {
                        exits.add((int) instruction.operand(k) - open);
                    }
                }
                case RETURN, RETURN_CALL, RETURN_CALL_INDIRECT, RETURN_CALL_REF -> exits.add(around - 1);
                case TRY_TABLE, BR_ON_NULL, BR_ON_NON_NULL, BR_ON_CAST, BR_ON_CAST_FAIL -> {
                    open += instruction.opcode() == OpCode.TRY_TABLE ? 1 : 0;
                    for (int k = 0; k < around; k++) {
                        exits.add(k);
                    }
                }
                default -> {}
            }
        }
        return List.copyOf(exits.tailSet(0));
    }
}
