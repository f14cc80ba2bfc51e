package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.memory.LinearMemory;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.OpCode;

/**
 * The JVM's local variables of a function: parameters, state, locals, and what the compiler needs for itself. A function that
 * is cut into parts has its locals in arrays, one of raw bits and one of objects, so that all parts see them; whatever passes
 * between parts is at their end.
 */
final class Frame {
    private final int[] slots;
    private final List<Kind> kinds = new ArrayList<>();
    private final int params;
    private final int state;
    private final Optional<Integer> memory;
    private final Optional<Integer> flat;
    private final Optional<Integer> ticks;
    private final boolean calls;
    private final Optional<Integer> depth;
    private final Optional<Integer> array;
    /** Follows the array of raw bits. */
    private final int objects;
    private final boolean part;
    private final Map<TypeKind, Integer> moments = new EnumMap<>(TypeKind.class);
    private int next;

    /**
     * @param shared whether locals are in arrays
     * @param part what of a function this is, if not all: a part takes the arrays and the state
     */
    Frame(FunctionType type, FunctionBody body, boolean shared, Optional<Region> part) {
        List<Kind> params = Kind.all(type.params());
        this.part = part.isPresent();
        this.params = params.size();
        kinds.addAll(params);
        kinds.addAll(Kind.all(body.localTypes()));
        this.slots = new int[kinds.size()];
        if (part.isPresent()) {
            this.array = Optional.of(next++);
            this.objects = next++;
            this.state = next++;
        } else {
            for (int i = 0; i < params.size(); i++) {
                slots[i] = reserve(kinds.get(i));
            }
            this.state = next++;
            this.array = shared ? Optional.of(next++) : Optional.empty();
            this.objects = shared ? next++ : 0;
        }
        if (!shared) {
            for (int i = params.size(); i < kinds.size(); i++) {
                slots[i] = reserve(kinds.get(i));
            }
        }
        boolean loops = false;
        boolean accesses = false;
        boolean calling = false;
        boolean catching = false;
        List<AnnotatedInstruction> all = body.instructions();
        for (AnnotatedInstruction instruction : part.map(p -> all.subList(p.from(), p.to())).orElse(all)) {
            OpCode opcode = instruction.opcode();
            loops |= opcode == OpCode.LOOP;
            accesses |= usesMemory(opcode);
            calling |= isCall(opcode);
            catching |= opcode == OpCode.TRY_TABLE;
        }
        this.memory = accesses ? Optional.of(next++) : Optional.empty();
        this.flat = accesses && (!shared || part.isPresent()) ? Optional.of(next++) : Optional.empty();
        this.ticks = loops ? Optional.of(next++) : Optional.empty();
        this.calls = calling;
        this.depth = (part.isPresent() ? catching : calling) ? Optional.of(next++) : Optional.empty();
    }

    private static boolean isCall(OpCode opcode) {
        return switch (opcode) {
            case CALL, CALL_INDIRECT, CALL_REF, RETURN_CALL, RETURN_CALL_INDIRECT, RETURN_CALL_REF -> true;
            default -> false;
        };
    }

    private static boolean usesMemory(OpCode opcode) {
        return Access.of(opcode).isPresent()
                || VectorWriter.isAccess(opcode)
                || opcode == OpCode.MEMORY_SIZE
                || opcode == OpCode.MEMORY_GROW
                || opcode == OpCode.MEMORY_COPY
                || opcode == OpCode.MEMORY_FILL;
    }

    private int reserve(Kind kind) {
        int slot = next;
        next += kind.slots();
        return slot;
    }

    /** Where the array of locals is, if they are in one. */
    Optional<Integer> array() {
        return array;
    }

    /** Where the array of locals that are objects is, if {@link #array()} is. */
    int objects() {
        return objects;
    }

    /** Leaves the value of a local, or of what passes between parts, on the stack. */
    void get(CodeBuilder code, int local, Kind kind) {
        if (array.isEmpty()) {
            code.loadLocal(kind.jvm(), slots[local]);
        } else if (kind.isObject()) {
            code.aload(objects).loadConstant(local).aaload();
            if (kind == Kind.VECTOR) {
                code.checkcast(kind.desc());
            }
        } else {
            code.aload(array.get()).loadConstant(local).laload();
            Raw.fromLong(code, kind);
        }
    }

    void get(CodeBuilder code, int local) {
        get(code, local, kinds.get(local));
    }

    /** Takes the value of a local, or of what passes between parts, off the stack. */
    void set(CodeBuilder code, int local, Kind kind) {
        if (array.isEmpty()) {
            code.storeLocal(kind.jvm(), slots[local]);
        } else if (kind.isObject()) {
            int value = moment(TypeKind.REFERENCE);
            code.astore(value).aload(objects).loadConstant(local).aload(value).aastore();
        } else {
            Raw.toLong(code, kind);
            int value = moment(TypeKind.LONG);
            code.lstore(value).aload(array.get()).loadConstant(local).lload(value).lastore();
        }
    }

    void set(CodeBuilder code, int local) {
        set(code, local, kinds.get(local));
    }

    /** The variable of a local that is not in an array; of a parameter, where it comes in. */
    int slot(int local) {
        return slots[local];
    }

    Kind kind(int local) {
        return kinds.get(local);
    }

    int count() {
        return slots.length;
    }

    /** Parameters come first. */
    int params() {
        return params;
    }

    int state() {
        return state;
    }

    /** Where the first memory is kept, if it is used. */
    Optional<Integer> memory() {
        return memory;
    }

    /**
     * Leaves the first memory's {@link LinearMemory#flat()}. It is in a variable, except where a function is cut: what is left
     * of it has more calls of its parts than accesses, and has to be small.
     */
    void flat(CodeBuilder code) {
        if (flat.isPresent()) {
            code.aload(flat.get());
        } else {
            askForFlat(code);
        }
    }

    private void askForFlat(CodeBuilder code) {
        code.aload(memory.orElseThrow()).invokevirtual(Descs.MEMORY, "flat", MethodTypeDesc.of(Descs.BYTES));
    }

    /**
     * Asks the first memory for its array anew, if that is kept. To be written wherever other code may have run: it may
     * have given the memory another one.
     */
    void loadFlat(CodeBuilder code) {
        flat.ifPresent(slot -> {
            askForFlat(code);
            code.astore(slot);
        });
    }

    /** Where loops count their iterations, if there are any. */
    Optional<Integer> ticks() {
        return ticks;
    }

    /** Whether it is a part of a function that is cut. */
    boolean isPart() {
        return part;
    }

    /** Whether it calls others, so that it can go on for ever without a loop. */
    boolean calls() {
        return calls;
    }

    /**
     * Where it is kept how many calls may be made within this one, for when it ends or an exception has ended others: a part
     * has it if it catches some.
     */
    Optional<Integer> depth() {
        return depth;
    }

    /**
     * A variable that the next instructions use and no others: one for all moments, since variables from the 256th on make
     * code large.
     */
    int moment(TypeKind kind) {
        return moments.computeIfAbsent(kind, _ -> {
            int slot = next;
            next += kind.slotSize();
            return slot;
        });
    }

    /** A variable of its own. */
    int scratch(Kind kind) {
        return reserve(kind);
    }

    int scratchReference() {
        return next++;
    }
}
