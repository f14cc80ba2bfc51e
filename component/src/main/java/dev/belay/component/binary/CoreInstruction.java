package dev.belay.component.binary;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreValType;
import java.util.List;
import java.util.Optional;
import run.endive.wasm.types.OpCode;

/** A core instruction as a module says it, with what stands beside its opcode in the order of the binary. */
public record CoreInstruction(OpCode op, List<Immediate> immediates) {
    public CoreInstruction {
        immediates = List.copyOf(immediates);
    }

    public sealed interface Immediate {
        /** An index, a lane, a count or an integer constant. */
        record Int(long value) implements Immediate {}

        record F32(int bits) implements Immediate {}

        record F64(long bits) implements Immediate {}

        /** 16 bytes, the lowest first. */
        record V128(Bytes bytes) implements Immediate {}

        /** The labels of {@code br_table}, without its default. */
        record Labels(List<Integer> labels) implements Immediate {
            public Labels {
                labels = List.copyOf(labels);
            }
        }

        /** The types of {@code select}. */
        record Types(List<CoreValType> types) implements Immediate {
            public Types {
                types = List.copyOf(types);
            }
        }

        /** A block's type: at most one of the two is there. */
        record Block(Optional<CoreValType> result, Optional<Integer> type) implements Immediate {}

        /**
         * @param alignment log2 of the bytes
         * @param offset in bytes, unsigned
         */
        record MemArg(int alignment, int memory, long offset) implements Immediate {}

        record HeapType(CoreValType.Heap heap) implements Immediate {}

        record Catches(List<Catch> catches) implements Immediate {
            public Catches {
                catches = List.copyOf(catches);
            }
        }
    }

    /**
     * A handler of {@code try_table}.
     *
     * @param tag empty if it takes any exception
     * @param withReference whether it passes the exception on as a reference
     */
    public record Catch(Optional<Integer> tag, boolean withReference, int label) {}
}
