package dev.belay.component.text;

import dev.belay.component.binary.CoreInstruction;
import dev.belay.component.binary.CoreInstruction.Catch;
import dev.belay.component.binary.CoreInstruction.Immediate;
import dev.belay.component.model.CoreSort;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import run.endive.wasm.types.OpCode;

/** Core instructions as the text format writes them. */
final class InstructionWords {
    /** What comes before the first dot: {@code I32_ADD}, {@code LOCAL_GET}, {@code I8x16_SHUFFLE}. */
    private static final Pattern PREFIX = Pattern.compile(
            "(I8X16|I16X8|I32X4|I64X2|F32X4|F64X2|V128|I31|I32|I64|F32|F64|LOCAL|GLOBAL|TABLE|MEMORY|ELEM|DATA|REF"
                    + "|STRUCT|ARRAY|ANY|EXTERN|ATOMIC)_(.*)");

    private static final Pattern ATOMIC = Pattern.compile("(ATOMIC|RMW|RMW8|RMW16|RMW32)_(.*)");
    /** Which bits of the first immediate of {@code br_on_cast} say that a type is nullable. */
    private static final int FROM_NULLABLE = 1;

    private static final int TO_NULLABLE = 2;

    private final IndexNames names;
    private final CoreTypeWords types;

    InstructionWords(IndexNames names) {
        this.names = names;
        this.types = new CoreTypeWords(names);
    }

    String line(CoreInstruction instruction) {
        OpCode op = instruction.op();
        List<Immediate> immediates = instruction.immediates();
        return switch (op) {
            case CALL, RETURN_CALL, REF_FUNC -> indexed(op, CoreSort.FUNC, immediates);
            case GLOBAL_GET, GLOBAL_SET -> indexed(op, CoreSort.GLOBAL, immediates);
            case TABLE_GET, TABLE_SET, TABLE_GROW, TABLE_SIZE, TABLE_FILL, TABLE_COPY ->
                indexed(op, CoreSort.TABLE, immediates);
            case MEMORY_SIZE, MEMORY_GROW, MEMORY_FILL, MEMORY_COPY -> memories(op, immediates);
            case THROW -> indexed(op, CoreSort.TAG, immediates);
            case CALL_REF, RETURN_CALL_REF, STRUCT_NEW, STRUCT_NEW_DEFAULT, ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_GET,
                    ARRAY_GET_S, ARRAY_GET_U, ARRAY_SET, ARRAY_FILL, ARRAY_COPY ->
                indexed(op, CoreSort.TYPE, immediates);
            case STRUCT_GET, STRUCT_GET_S, STRUCT_GET_U, STRUCT_SET, ARRAY_NEW_FIXED, ARRAY_NEW_DATA, ARRAY_NEW_ELEM,
                    ARRAY_INIT_DATA, ARRAY_INIT_ELEM ->
                name(op) + " " + types.type(integer(immediates, 0)) + " " + number(immediates, 1);
            case CALL_INDIRECT, RETURN_CALL_INDIRECT -> name(op) + " " + names.use(CoreSort.TABLE, integer(immediates, 1))
                    + " (type " + types.type(integer(immediates, 0)) + ")";
            // Segment and target are in the other order in the binary.
            case MEMORY_INIT -> name(op) + " " + names.use(CoreSort.MEMORY, integer(immediates, 1)) + " "
                    + number(immediates, 0);
            case TABLE_INIT -> name(op) + " " + names.use(CoreSort.TABLE, integer(immediates, 1)) + " "
                    + number(immediates, 0);
            case REF_TEST, REF_TEST_NULL, CAST_TEST, CAST_TEST_NULL -> cast(op, immediates);
            case BR_ON_CAST, BR_ON_CAST_FAIL -> branchOnCast(op, immediates);
            case ATOMIC_FENCE -> name(op);
            default -> name(op) + immediates.stream().map(i -> text(i, op)).collect(Collectors.joining());
        };
    }

    private String indexed(OpCode op, CoreSort sort, List<Immediate> immediates) {
        return name(op)
                + immediates.stream()
                        .map(i -> " " + names.use(sort, (int) ((Immediate.Int) i).value()))
                        .collect(Collectors.joining());
    }

    /** Memory 0 goes without saying. */
    private String memories(OpCode op, List<Immediate> immediates) {
        boolean allFirst = immediates.stream().allMatch(i -> ((Immediate.Int) i).value() == 0);
        return allFirst ? name(op) : indexed(op, CoreSort.MEMORY, immediates);
    }

    private String cast(OpCode op, List<Immediate> immediates) {
        boolean nullable = op == OpCode.REF_TEST_NULL || op == OpCode.CAST_TEST_NULL;
        boolean test = op == OpCode.REF_TEST || op == OpCode.REF_TEST_NULL;
        return (test ? "ref.test " : "ref.cast ") + reference(nullable, immediates.get(0));
    }

    private String branchOnCast(OpCode op, List<Immediate> immediates) {
        int flags = integer(immediates, 0);
        return name(op) + " " + number(immediates, 1)
                + " " + reference((flags & FROM_NULLABLE) != 0, immediates.get(2))
                + " " + reference((flags & TO_NULLABLE) != 0, immediates.get(3));
    }

    private String reference(boolean nullable, Immediate heap) {
        return "(ref " + (nullable ? "null " : "") + types.heap(((Immediate.HeapType) heap).heap()) + ")";
    }

    private static int integer(List<Immediate> immediates, int index) {
        return (int) ((Immediate.Int) immediates.get(index)).value();
    }

    private static String number(List<Immediate> immediates, int index) {
        return Integer.toUnsignedString(integer(immediates, index));
    }

    private String text(Immediate immediate, OpCode op) {
        return switch (immediate) {
            case Immediate.Int i -> " " + i.value();
            case Immediate.F32 f -> " " + FloatWords.of(f.bits());
            case Immediate.F64 f -> " " + FloatWords.of(f.bits());
            case Immediate.V128 v -> vector(v, op);
            case Immediate.Labels l -> l.labels().stream().map(label -> " " + label).collect(Collectors.joining());
            case Immediate.Types t -> types.results(t.types());
            case Immediate.Block b -> b.result().map(t -> types.results(List.of(t))).orElse("")
                    + b.type().map(t -> " (type " + types.type(t) + ")").orElse("");
            case Immediate.MemArg m -> (m.memory() == 0 ? "" : " " + names.use(CoreSort.MEMORY, m.memory()))
                    + (m.offset() == 0 ? "" : " offset=" + Long.toUnsignedString(m.offset()))
                    // Larger ones are invalid, but are shown as well as can be.
                    + " align=" + (1L << m.alignment());
            case Immediate.HeapType h -> " " + types.heap(h.heap());
            case Immediate.Catches c -> c.catches().stream().map(this::handler).collect(Collectors.joining());
        };
    }

    private static String vector(Immediate.V128 vector, OpCode op) {
        if (op != OpCode.V128_CONST) {
            var lanes = new StringBuilder();
            for (int i = 0; i < vector.bytes().size(); i++) {
                lanes.append(' ').append(vector.bytes().get(i) & 0xff);
            }
            return lanes.toString();
        }
        var lanes = new StringBuilder(" i32x4");
        for (int lane = 0; lane < 16; lane += 4) {
            int value = 0;
            for (int i = 3; i >= 0; i--) {
                value = value << 8 | vector.bytes().get(lane + i) & 0xff;
            }
            lanes.append(" 0x%08x".formatted(value));
        }
        return lanes.toString();
    }

    private String handler(Catch handler) {
        String name = (handler.tag().isPresent() ? "catch" : "catch_all") + (handler.withReference() ? "_ref" : "");
        return " (" + name + handler.tag().map(t -> " " + names.use(CoreSort.TAG, t)).orElse("") + " "
                + handler.label() + ")";
    }

    /** The engine's names are the text format's with other separators, but for a few. */
    static String name(OpCode op) {
        return switch (op) {
            case SELECT_T -> "select";
            case MEM_ATOMIC_NOTIFY -> "memory.atomic.notify";
            case MEM_ATOMIC_WAIT32 -> "memory.atomic.wait32";
            case MEM_ATOMIC_WAIT64 -> "memory.atomic.wait64";
            case I32_EXTEND_8_S -> "i32.extend8_s";
            case I32_EXTEND_16_S -> "i32.extend16_s";
            case I64_EXTEND_8_S -> "i64.extend8_s";
            case I64_EXTEND_16_S -> "i64.extend16_s";
            case I64_EXTEND_32_S -> "i64.extend32_s";
            default -> dotted(op.name().toUpperCase(Locale.ROOT));
        };
    }

    private static String dotted(String name) {
        var prefixed = PREFIX.matcher(name);
        if (!prefixed.matches()) {
            return name.toLowerCase(Locale.ROOT);
        }
        String rest = prefixed.group(2);
        var text = new StringBuilder(prefixed.group(1)).append('.');
        for (var atomic = ATOMIC.matcher(rest); atomic.matches(); atomic = ATOMIC.matcher(rest)) {
            text.append(atomic.group(1)).append('.');
            rest = atomic.group(2);
        }
        return text.append(rest).toString().toLowerCase(Locale.ROOT);
    }
}
