package dev.belay.runtime.internal.jit;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.OpCode;

/** Writes the instructions on vectors. */
final class VectorWriter {
    private static final ClassDesc MEMORY = Descs.of(VectorMemory.class);
    private static final ClassDesc VECTOR = Kind.VECTOR.desc();
    /** Such as {@code V128_LOAD}, {@code V128_LOAD8x8_S}, {@code V128_LOAD32_ZERO} and {@code V128_STORE16_LANE}. */
    private static final Pattern ACCESS =
            Pattern.compile("V128_(LOAD|STORE)(\\d+)?(?:x\\d+)?(?:_(SPLAT|ZERO|LANE|S|U))?");

    private static final Set<OpCode> ACCESSES = Stream.of(OpCode.values())
            .filter(opcode -> ACCESS.matcher(opcode.name()).matches())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(OpCode.class)));

    private final Emitter emitter;
    private final CodeBuilder code;
    private final Operands operands;
    private final MemoryWriter memories;

    VectorWriter(Emitter emitter, MemoryWriter memories) {
        this.emitter = emitter;
        this.code = emitter.code();
        this.operands = emitter.operands();
        this.memories = memories;
    }

    /** Whether the instruction loads or stores one. */
    static boolean isAccess(OpCode opcode) {
        return ACCESSES.contains(opcode);
    }

    static boolean has(OpCode opcode) {
        return opcode == OpCode.V128_CONST
                || opcode == OpCode.I8x16_SHUFFLE
                || isAccess(opcode)
                || VectorOp.of(opcode).isPresent();
    }

    /** Whether the instruction is one of these. */
    boolean write(AnnotatedInstruction instruction) {
        OpCode opcode = instruction.opcode();
        Optional<VectorOp> op = VectorOp.of(opcode);
        if (op.isPresent()) {
            op.get().write(code, op.get().lane() ? (int) instruction.operand(0) : 0);
            operands.pop(op.get().operands().size());
            operands.push(op.get().result());
            return true;
        } else if (opcode == OpCode.V128_CONST) {
            halves(instruction);
            Raw.vector(code);
            operands.push(Kind.VECTOR);
            return true;
        } else if (opcode == OpCode.I8x16_SHUFFLE) {
            halves(instruction);
            emitter.call(Descs.of(Vectors.class), "shuffle", VECTOR, VECTOR, VECTOR, Descs.LONG, Descs.LONG);
            operands.pop();
            return true;
        }
        if (isAccess(opcode)) {
            access(instruction);
        }
        return isAccess(opcode);
    }

    private void halves(AnnotatedInstruction instruction) {
        code.loadConstant(instruction.operand(0)).loadConstant(instruction.operand(1));
    }

    private void access(AnnotatedInstruction instruction) {
        Matcher name = ACCESS.matcher(instruction.opcode().name());
        if (!name.matches()) {
            throw new IllegalStateException("no access: " + instruction.opcode());
        }
        boolean store = name.group(1).equals("STORE");
        String how = Optional.ofNullable(name.group(3)).orElse("");
        boolean lane = how.equals("LANE");
        var params = new ArrayList<ClassDesc>(List.of(Descs.INT));
        if (store || lane) {
            params.add(VECTOR);
        }
        memories.address(instruction);
        params.addAll(List.of(Descs.BYTES, Descs.MEMORY, Descs.INT));
        if (name.group(2) != null) {
            code.loadConstant(Integer.parseInt(name.group(2)));
            params.add(Descs.INT);
        }
        if (lane) {
            code.loadConstant((int) instruction.operand(3));
            params.add(Descs.INT);
        } else if (how.equals("S") || how.equals("U")) {
            code.loadConstant(how.equals("S") ? 1 : 0);
            params.add(ConstantDescs.CD_boolean);
        }
        emitter.call(MEMORY, method(store, how), store ? Descs.VOID : VECTOR, params.toArray(ClassDesc[]::new));
        operands.pop(store || lane ? 2 : 1);
        if (!store) {
            operands.push(Kind.VECTOR);
        }
    }

    private static String method(boolean store, String how) {
        return switch (how) {
            case "LANE" -> store ? "storeLane" : "loadLane";
            case "SPLAT" -> "splat";
            case "ZERO" -> "zero";
            case "S", "U" -> "extend";
            default -> store ? "store" : "load";
        };
    }
}
