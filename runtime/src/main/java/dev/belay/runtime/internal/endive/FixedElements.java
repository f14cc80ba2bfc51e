package dev.belay.runtime.internal.endive;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.wasm.UninstantiableException;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ActiveElement;
import run.endive.wasm.types.DeclarativeElement;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.Global;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/**
 * The active element segments of a module in which all of them put functions at constant places, read once: Endive evaluates
 * the expression of each element twice, for each instance. Where one of them does anything else, or a start function could
 * see the difference, none is here and Endive does it all.
 *
 * @param segments in order
 * @param originals by index, null where the segment is not active
 */
record FixedElements(List<Segment> segments, @Nullable Element[] originals) {
    private static final FixedElements NONE = new FixedElements(List.of(), new Element[0]);

    /**
     * @param at the first element, from 0
     * @param functions by their indices
     */
    record Segment(int table, int at, int[] functions) {}

    static FixedElements of(WasmModule module) {
        Element[] all = module.elementSection().elements();
        var originals = new Element[all.length];
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < all.length; i++) {
            if (all[i] instanceof ActiveElement active) {
                Segment segment = segment(active);
                if (segment == null) {
                    return NONE;
                }
                originals[i] = active;
                segments.add(segment);
            }
        }
        return segments.isEmpty() || hasMore(module) ? NONE : new FixedElements(segments, originals);
    }

    /** Whether there is a start function, or a global whose initialiser may fail, which would come before the segments. */
    private static boolean hasMore(WasmModule module) {
        for (Global global : module.globalSection().globals()) {
            if (global.valueType().isReference()) {
                return true;
            }
        }
        return module.startSection().isPresent();
    }

    private static @Nullable Segment segment(ActiveElement active) {
        OptionalInt at = only(active.offset(), OpCode.I32_CONST);
        if (at.isEmpty() || at.getAsInt() < 0 || active.type().isObjectRef()) {
            return null;
        }
        int[] functions = new int[active.initializers().size()];
        for (int i = 0; i < functions.length; i++) {
            OptionalInt function = only(active.initializers().get(i), OpCode.REF_FUNC);
            if (function.isEmpty()) {
                return null;
            }
            functions[i] = function.getAsInt();
        }
        return new Segment(active.tableIndex(), at.getAsInt(), functions);
    }

    /** The operand, if there is but one instruction, and the end. */
    static OptionalInt only(List<Instruction> instructions, OpCode wanted) {
        List<Instruction> all =
                instructions.stream().filter(i -> i.opcode() != OpCode.END).toList();
        return all.size() == 1 && all.getFirst().opcode() == wanted
                ? OptionalInt.of((int) all.getFirst().operand(0))
                : OptionalInt.empty();
    }

    /** What Endive is to know while it initialises an instance: segments that it does nothing for. */
    Element[] withoutActive(Element[] elements) {
        for (int i = 0; i < originals.length; i++) {
            Element original = originals[i];
            if (original != null) {
                elements[i] = new DeclarativeElement(original.type(), List.of());
            }
        }
        return elements;
    }

    /** Does what the segments do. They come before those of memories, and do not depend on globals. */
    void fill(Instance instance) {
        for (Segment segment : segments) {
            TableInstance table = instance.table(segment.table());
            int[] functions = segment.functions();
            if ((long) segment.at() + functions.length > table.size()) {
                throw new UninstantiableException("out of bounds table access");
            }
            for (int i = 0; i < functions.length; i++) {
                table.setRef(segment.at() + i, functions[i], instance);
            }
        }
    }

    /** Lets the instance have its segments again, before any of its code runs. */
    void putBack(Instance instance) {
        for (int i = 0; i < originals.length; i++) {
            Element original = originals[i];
            if (original != null) {
                instance.setElement(i, original);
            }
        }
    }
}
