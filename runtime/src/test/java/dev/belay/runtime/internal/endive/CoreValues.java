package dev.belay.runtime.internal.endive;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Core values of scripts, as raw bits. */
final class CoreValues {
    private static final long NULL = -1;
    private static final int LANES_BITS = 128;

    private CoreValues() {}

    static void add(JsonNode value, List<Long> to) {
        String type = value.path("type").asString();
        switch (type) {
            case "i32" -> to.add((long) Integer.parseInt(text(value)));
            case "f32" -> to.add((long) Integer.parseUnsignedInt(text(value)));
            case "i64" -> to.add(Long.parseLong(text(value)));
            case "f64" -> to.add(Long.parseUnsignedLong(text(value)));
            case "v128" -> {
                long[] bits = lanes(value);
                to.add(bits[0]);
                to.add(bits[1]);
            }
            default -> to.add(text(value).equals("null") ? NULL : Long.parseLong(text(value)));
        }
    }

    /** Whether the results are what was expected. References are not looked at. */
    static boolean match(JsonNode expected, List<Long> found) {
        int at = 0;
        for (JsonNode value : expected) {
            String type = value.path("type").asString();
            if (type.equals("either")) {
                boolean any = false;
                for (JsonNode one : value.path("values")) {
                    any |= match(one, found, at);
                }
                if (!any) {
                    return false;
                }
                at += value.path("values").get(0).path("type").asString().equals("v128") ? 2 : 1;
            } else {
                if (!match(value, found, at)) {
                    return false;
                }
                at += type.equals("v128") ? 2 : 1;
            }
        }
        return true;
    }

    private static boolean match(JsonNode value, List<Long> found, int at) {
        return switch (value.path("type").asString()) {
            case "i32" -> found.get(at).intValue() == Integer.parseInt(text(value));
            case "i64" -> found.get(at) == Long.parseLong(text(value));
            case "f32" -> isFloat(text(value), found.get(at).intValue());
            case "f64" -> isDouble(text(value), found.get(at));
            case "v128" -> isVector(value, found.get(at), found.get(at + 1));
            default -> true;
        };
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
