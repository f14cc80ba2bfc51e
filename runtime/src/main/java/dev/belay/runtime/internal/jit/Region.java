package dev.belay.runtime.internal.jit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.OpCode;

/**
 * Instructions that follow each other, and the blocks among them: a function, a block of it, or what comes last in a block.
 *
 * @param opcode what opens it, if it is a block; else {@code nop}
 * @param from the index of the first instruction, which opens it if it is a block
 * @param to the index after the last one
 * @param end where the instructions that close it start: at its {@code end} or, of what comes last in a block, at {@code to}
 * @param otherwise the index of its {@code else}
 * @param blocks directly within it
 */
record Region(OpCode opcode, int from, int to, int end, OptionalInt otherwise, List<Region> blocks) {

    static Region of(List<AnnotatedInstruction> instructions) {
        var open = new ArrayDeque<Open>();
        open.push(new Open(OpCode.NOP, 0));
        for (int i = 0; i < instructions.size(); i++) {
            OpCode opcode = instructions.get(i).opcode();
            switch (opcode) {
                case BLOCK, LOOP, IF, TRY_TABLE -> open.push(new Open(opcode, i));
                case ELSE -> open.element().otherwise = OptionalInt.of(i);
                case END -> {
                    if (open.size() > 1) {
                        Region closed = open.pop().close(i + 1);
                        open.element().blocks.add(closed);
                    }
                }
                default -> {}
            }
        }
        return open.pop().close(instructions.size());
    }

    int size() {
        return to - from;
    }

    boolean canBeMethod() {
        return opcode == OpCode.BLOCK || opcode == OpCode.LOOP;
    }

    /** What comes after one of the blocks, up to where what it is in ends. */
    Region after(Region block) {
        int next = otherwise.isPresent() && block.from < otherwise.getAsInt() ? otherwise.getAsInt() : end;
        return part(block.to, next);
    }

    /** What is between its first instruction and its end; of an {@code if}, its branches. */
    List<Region> contents() {
        if (otherwise.isEmpty()) {
            return List.of(part(from + 1, end));
        }
        int middle = otherwise.getAsInt();
        return List.of(part(from + 1, middle), part(middle + 1, end));
    }

    private Region part(int first, int next) {
        List<Region> within = blocks.stream()
                .filter(each -> each.from >= first && each.to <= next)
                .toList();
        return new Region(OpCode.NOP, first, next, next, OptionalInt.empty(), within);
    }

    private static final class Open {
        private final OpCode opcode;
        private final int from;
        private final List<Region> blocks = new ArrayList<>();
        private OptionalInt otherwise = OptionalInt.empty();

        Open(OpCode opcode, int from) {
            this.opcode = opcode;
            this.from = from;
        }

        Region close(int to) {
            return new Region(opcode, from, to, to - 1, otherwise, List.copyOf(blocks));
        }
    }
}
