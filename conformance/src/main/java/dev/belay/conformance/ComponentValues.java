package dev.belay.conformance;

import dev.belay.runtime.value.RecordValue;
import dev.belay.runtime.value.ResultValue;
import dev.belay.runtime.value.VariantValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Component values as scripts write them. */
final class ComponentValues {
    private ComponentValues() {}

    /** A value as {@link dev.belay.runtime.value} says. */
    static Object toJava(JsonNode json) {
        JsonNode value = json.path("value");
        return switch (json.path("type").asString()) {
            case "bool" -> value.asBoolean();
            case "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64" -> new BigInteger(value.asString());
            case "f32" -> Float.intBitsToFloat(Integer.parseUnsignedInt(value.asString()));
            case "f64" -> Double.longBitsToDouble(Long.parseUnsignedLong(value.asString()));
            case "char" -> value.asString().codePointAt(0);
            case "string", "enum" -> value.asString();
            case "list", "tuple" -> value.valueStream().map(ComponentValues::toJava).toList();
            case "record" -> {
                var labels = new ArrayList<String>();
                var values = new ArrayList<Object>();
                for (JsonNode field : value) {
                    labels.add(field.get(0).asString());
                    values.add(toJava(field.get(1)));
                }
                yield new RecordValue(labels, values);
            }
            case "variant" -> new VariantValue(value.path("case").asString(), payload(value.get("payload")));
            case "flags" -> {
                var set = new TreeSet<String>();
                value.forEach(flag -> set.add(flag.asString()));
                yield set;
            }
            case "option" -> payload(value);
            case "result" -> value.has("Ok")
                    ? new ResultValue.Ok(payload(value.get("Ok")))
                    : new ResultValue.Err(payload(value.get("Err")));
            default -> throw new IllegalArgumentException("unknown type of a value: " + json);
        };
    }

    private static Optional<Object> payload(@Nullable JsonNode json) {
        return json == null || json.isNull() ? Optional.empty() : Optional.of(toJava(json));
    }

    /** Whether {@code found} is the value that {@code json} says. */
    static boolean matches(JsonNode json, Object found) {
        JsonNode value = json.path("value");
        return switch (json.path("type").asString()) {
            case "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64" ->
                found instanceof Number n && n.longValue() == new BigInteger(value.asString()).longValue();
            case "f32" -> found instanceof Float f
                    && Float.floatToRawIntBits(f) == Integer.parseUnsignedInt(value.asString());
            case "f64" -> found instanceof Double d
                    && Double.doubleToRawLongBits(d) == Long.parseUnsignedLong(value.asString());
            case "list", "tuple" -> matchesAll(value, found);
            case "record" -> found instanceof RecordValue r && matchesFields(value, r);
            case "variant" -> found instanceof VariantValue(var label, var payload)
                    && label.equals(value.path("case").asString())
                    && matchesPayload(value.get("payload"), payload);
            case "option" -> found instanceof Optional<?> o && matchesPayload(value, o);
            case "result" -> switch (found) {
                case ResultValue.Ok(var ok) -> value.has("Ok") && matchesPayload(value.get("Ok"), ok);
                case ResultValue.Err(var err) -> value.has("Err") && matchesPayload(value.get("Err"), err);
                default -> false;
            };
            case "flags" -> found instanceof Set<?> && new TreeSet<>((Set<?>) found).equals(toJava(json));
            default -> toJava(json).equals(found);
        };
    }

    private static boolean matchesPayload(@Nullable JsonNode json, Optional<?> found) {
        if (json == null || json.isNull()) {
            return found.isEmpty();
        }
        return found.isPresent() && matches(json, found.get());
    }

    private static boolean matchesFields(JsonNode fields, RecordValue found) {
        if (fields.size() != found.labels().size()) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!found.labels().get(i).equals(fields.get(i).get(0).asString())
                    || !matches(fields.get(i).get(1), found.values().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesAll(JsonNode elements, Object found) {
        List<?> values = switch (found) {
            case byte[] bytes -> {
                var list = new ArrayList<Integer>();
                for (byte b : bytes) {
                    list.add(Byte.toUnsignedInt(b));
                }
                yield list;
            }
            case Map<?, ?> map -> map.entrySet().stream()
                    .map(e -> List.of(e.getKey(), e.getValue()))
                    .toList();
            case List<?> list -> list;
            default -> List.of();
        };
        if (values.size() != elements.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!matches(elements.get(i), values.get(i))) {
                return false;
            }
        }
        return true;
    }
}
