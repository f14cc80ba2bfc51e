package dev.belay.runtime.internal.jit;

import static dev.belay.runtime.internal.jit.Kind.I32;
import static dev.belay.runtime.internal.jit.Kind.VECTOR;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import run.endive.wasm.types.OpCode;

/**
 * An instruction on vectors that takes operands off the stack and leaves one: the method that does it. What Endive calls
 * {@code I16x8_ADD_SAT_S} is {@code addSatS} of the class for the lanes; after its operands go the lane, if the instruction
 * names one, and other numbers.
 *
 * @param lane whether the instruction names a lane
 */
record VectorOp(ClassDesc owner, String method, List<Kind> operands, Kind result, boolean lane, List<Integer> numbers) {
    private static final Pattern NAME = Pattern.compile("(V128|[IF]\\d+[xX]\\d+)_(\\w+)");
    private static final Pattern WIDENING =
            Pattern.compile("(EXTEND|EXTMUL|EXTADD|NARROW|DOT)_(?:(LOW|HIGH|PAIRWISE)_)?I(\\d+)[xX]\\d+_([SU])");
    private static final Set<String> UNARY =
            Set.of("ABS", "NEG", "POPCNT", "SQRT", "CEIL", "FLOOR", "TRUNC", "NEAREST", "NOT");
    private static final Set<String> SHIFTS = Set.of("SHL", "SHR_S", "SHR_U");
    private static final Set<String> TESTS = Set.of("ALL_TRUE", "ANY_TRUE", "BITMASK");

    private static final Map<OpCode, VectorOp> ALL = new EnumMap<>(OpCode.class);

    static Optional<VectorOp> of(OpCode opcode) {
        return Optional.ofNullable(ALL.get(opcode));
    }

    /** With the operands on the stack. */
    void write(CodeBuilder code, int namedLane) {
        var params = new ArrayList<ClassDesc>();
        operands.forEach(kind -> params.add(kind.desc()));
        if (lane) {
            code.loadConstant(namedLane);
            params.add(Descs.INT);
        }
        numbers.forEach(number -> code.loadConstant((int) number));
        params.addAll(numberTypes());
        code.invokestatic(owner, method, MethodTypeDesc.of(result.desc(), params));
    }

    /** A width first, if there are any; then answers to questions. */
    private List<ClassDesc> numberTypes() {
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> i == 0 ? Descs.INT : ConstantDescs.CD_boolean)
                .toList();
    }

    static {
        for (OpCode opcode : OpCode.values()) {
            Matcher name = NAME.matcher(opcode.name());
            if (name.matches() && !isOther(opcode)) {
                ALL.put(opcode, of(name.group(1).toUpperCase(Locale.ROOT), name.group(2)));
            }
        }
    }

    /** What needs memory, or more than numbers. */
    private static boolean isOther(OpCode opcode) {
        return opcode == OpCode.V128_CONST || opcode == OpCode.I8x16_SHUFFLE || VectorWriter.isAccess(opcode);
    }

    private static VectorOp of(String lanes, String rest) {
        Matcher widening = WIDENING.matcher(rest);
        if (widening.matches()) {
            return widening(widening);
        } else if (rest.startsWith("TRUNC_SAT_F")) {
            // TRUNC_SAT_F32X4_S, or TRUNC_SAT_F64x2_S_ZERO
            return unary(
                    rest.contains("F32") ? FloatLanes.class : DoubleLanes.class,
                    rest.contains("_S_") || rest.endsWith("_S") ? "truncSatS" : "truncSatU");
        } else if (rest.startsWith("CONVERT") || rest.startsWith("DEMOTE") || rest.startsWith("PROMOTE")) {
            return unary(owner(lanes), camel(rest));
        } else if (rest.equals("SWIZZLE") || lanes.equals("V128")) {
            return of(Vectors.class, lanes, rest, List.of());
        }
        return of(owner(lanes), lanes, rest, owner(lanes) == IntLanes.class ? List.of(width(lanes)) : List.of());
    }

    private static VectorOp of(Class<?> owner, String lanes, String rest, List<Integer> numbers) {
        boolean lane = rest.contains("_LANE");
        List<Kind> operands;
        Kind result = VECTOR;
        if (UNARY.contains(rest)) {
            operands = List.of(VECTOR);
        } else if (SHIFTS.contains(rest)) {
            operands = List.of(VECTOR, I32);
        } else if (TESTS.contains(rest)) {
            operands = List.of(VECTOR);
            result = I32;
        } else if (rest.equals("SPLAT")) {
            operands = List.of(scalar(lanes));
        } else if (rest.startsWith("EXTRACT")) {
            operands = List.of(VECTOR);
            result = scalar(lanes);
        } else if (rest.startsWith("REPLACE")) {
            operands = List.of(VECTOR, scalar(lanes));
        } else if (rest.equals("BITSELECT")) {
            operands = List.of(VECTOR, VECTOR, VECTOR);
        } else {
            operands = List.of(VECTOR, VECTOR);
        }
        return new VectorOp(Descs.of(owner), camel(rest), operands, result, lane, numbers);
    }

    private static VectorOp unary(Class<?> owner, String method) {
        return new VectorOp(Descs.of(owner), method, List.of(VECTOR), VECTOR, false, List.of());
    }

    /** Between lanes of different widths: the width, whether it is the high lanes, and whether they have signs. */
    private static VectorOp widening(Matcher name) {
        String what = name.group(1);
        var numbers = new ArrayList<Integer>();
        numbers.add(Integer.valueOf(name.group(3)));
        if (what.equals("EXTEND") || what.equals("EXTMUL")) {
            numbers.add(name.group(2).equals("HIGH") ? 1 : 0);
        }
        if (!what.equals("DOT")) {
            numbers.add(name.group(4).equals("S") ? 1 : 0);
        }
        List<Kind> operands = what.equals("EXTEND") || what.equals("EXTADD") ? List.of(VECTOR) : List.of(VECTOR, VECTOR);
        return new VectorOp(
                Descs.of(Vectors.class), what.toLowerCase(Locale.ROOT), operands, VECTOR, false, List.copyOf(numbers));
    }

    private static Class<?> owner(String lanes) {
        return switch (lanes) {
            case "I64X2" -> LongLanes.class;
            case "F32X4" -> FloatLanes.class;
            case "F64X2" -> DoubleLanes.class;
            default -> IntLanes.class;
        };
    }

    private static Kind scalar(String lanes) {
        return switch (lanes) {
            case "I64X2" -> Kind.I64;
            case "F32X4" -> Kind.F32;
            case "F64X2" -> Kind.F64;
            default -> I32;
        };
    }

    private static int width(String lanes) {
        return Integer.parseInt(lanes.substring(1, lanes.indexOf('X')));
    }

    /** {@code ADD_SAT_S} as {@code addSatS}. */
    private static String camel(String name) {
        var words = new StringBuilder();
        for (String word : name.split("_")) {
            words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        words.setCharAt(0, Character.toLowerCase(words.charAt(0)));
        return words.toString();
    }
}
