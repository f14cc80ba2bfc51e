package dev.belay.runtime.internal.endive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import run.endive.runtime.CallResult;
import run.endive.runtime.WasmArray;
import run.endive.runtime.WasmExternRef;
import run.endive.runtime.WasmI31Ref;
import run.endive.runtime.WasmStruct;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Core values of scripts, as raw bits. */
final class CoreValues {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int NULL = -1;
    private static final int LANES_BITS = 128;

    private CoreValues() {}

    /** A host's value: what scripts give as external references. */
    record Host(long value) {}

    /** What a call is given: raw bits, and beside them what is a reference. */
    static final class Arguments {
        private final List<Long> bits = new ArrayList<>();
        private final List<Object> references = new ArrayList<>();

        void add(JsonNode value) {
            switch (value.path("type").asString()) {
                case "i32" -> add((long) Integer.parseInt(text(value)), null);
                case "f32" -> add((long) Integer.parseUnsignedInt(text(value)), null);
                case "i64" -> add(Long.parseLong(text(value)), null);
                case "f64" -> add(Long.parseUnsignedLong(text(value)), null);
                case "v128" -> {
                    long[] lanes = lanes(value);
                    add(lanes[0], null);
                    add(lanes[1], null);
                }
                case "externref", "anyref" -> {
                    boolean isNull = text(value).equals("null");
                    add(isNull ? NULL : 0, isNull ? null : new WasmExternRef(new Host(Long.parseLong(text(value)))));
                }
                default -> add(NULL, null);
            }
        }

        private void add(long value, Object reference) {
            bits.add(value);
            references.add(reference);
        }

        long[] bits() {
            return bits.stream().mapToLong(Long::longValue).toArray();
        }

        Object[] references() {
            return references.toArray();
        }
    }

    static boolean hasReferences(FunctionType type) {
        return Stream.concat(type.params().stream(), type.returns().stream()).anyMatch(ValType::isReference);
    }

    /** Whether the results are what was expected. */
    static boolean match(JsonNode expected, CallResult found) {
        int at = 0;
        for (JsonNode value : expected) {
            boolean either = value.path("type").asString().equals("either");
            JsonNode alternatives = either ? value.path("values") : JSON.createArrayNode().add(value);
            boolean any = false;
            for (JsonNode one : alternatives) {
                any |= match(one, found, at);
            }
            if (!any) {
                return false;
            }
            at += alternatives.get(0).path("type").asString().equals("v128") ? 2 : 1;
        }
        return true;
    }

    private static boolean match(JsonNode value, CallResult found, int at) {
        return switch (value.path("type").asString()) {
            case "i32" -> (int) found.longResult(at) == Integer.parseInt(text(value));
            case "i64" -> found.longResult(at) == Long.parseLong(text(value));
            case "f32" -> isFloat(text(value), (int) found.longResult(at));
            case "f64" -> isDouble(text(value), found.longResult(at));
            case "v128" -> isVector(value, found.longResult(at), found.longResult(at + 1));
            default -> isReference(value, found, at);
        };
    }

    /** The interpreter gives functions and exceptions as numbers. */
    private static boolean isReference(JsonNode value, CallResult found, int at) {
        Object reference = found.refResult(at);
        boolean isNull = reference == null;
        return switch (value.path("type").asString()) {
            case "funcref", "exnref" -> isNumberedNull(found, at) == isNull(value);
            case "nullfuncref", "nullexnref" -> isNumberedNull(found, at);
            case "nullref", "nullexternref", "refnull" -> isNull;
            case "structref" -> reference instanceof WasmStruct;
            case "arrayref" -> reference instanceof WasmArray;
            case "eqref" ->
                reference instanceof WasmStruct || reference instanceof WasmArray || reference instanceof WasmI31Ref;
            case "i31ref" -> reference instanceof WasmI31Ref;
            case "externref", "anyref" ->
                !value.has("value")
                        ? !isNull
                        : isNull(value)
                                ? isNull
                                : reference instanceof WasmExternRef host
                                        && new Host(Long.parseLong(text(value))).equals(host.objectValue());
            default -> false;
        };
    }

    private static boolean isNull(JsonNode value) {
        return value.path("value").asString("").equals("null");
    }

    private static boolean isNumberedNull(CallResult found, int at) {
        return found.refResult(at) == null && (found.refs() != null || (int) found.longResult(at) == NULL);
    }

    private static boolean isFloat(String text, int bits) {
        return switch (text) {
            case "nan:canonical" -> (bits & 0x7fff_ffff) == 0x7fc0_0000;
            case "nan:arithmetic" -> (bits & 0x7fc0_0000) == 0x7fc0_0000;
            default -> bits == Integer.parseUnsignedInt(text);
        };
    }

    private static boolean isDouble(String text, long bits) {
        return switch (text) {
            case "nan:canonical" -> (bits & Long.MAX_VALUE) == 0x7ff8_0000_0000_0000L;
            case "nan:arithmetic" -> (bits & 0x7ff8_0000_0000_0000L) == 0x7ff8_0000_0000_0000L;
            default -> bits == Long.parseUnsignedLong(text);
        };
    }

    private static boolean isVector(JsonNode value, long low, long high) {
        int width = width(value);
        int count = LANES_BITS / width;
        for (int i = 0; i < count; i++) {
            long half = i < count / 2 ? low : high;
            long lane = half >>> (i % (count / 2)) * width & mask(width);
            String text = value.path("value").get(i).asString();
            boolean equal =
                    switch (value.path("lane_type").asString()) {
                        case "f32" -> isFloat(text, (int) lane);
                        case "f64" -> isDouble(text, lane);
                        default -> lane == (Long.parseLong(text) & mask(width));
                    };
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    private static long[] lanes(JsonNode value) {
        int width = width(value);
        int count = LANES_BITS / width;
        long[] bits = new long[2];
        for (int i = 0; i < count; i++) {
            String text = value.path("value").get(i).asString();
            long lane = text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
            bits[i / (count / 2)] |= (lane & mask(width)) << (i % (count / 2)) * width;
        }
        return bits;
    }

    private static int width(JsonNode value) {
        return Integer.parseInt(value.path("lane_type").asString().substring(1));
    }

    private static long mask(int width) {
        return width == Long.SIZE ? -1 : (1L << width) - 1;
    }

    private static String text(JsonNode value) {
        return value.path("value").asString("null");
    }
}
