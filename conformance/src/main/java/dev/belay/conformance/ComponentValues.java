package dev.belay.conformance;

import dev.belay.runtime.value.RecordValue;
import dev.belay.runtime.value.ResultValue;
import dev.belay.runtime.value.VariantValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Component values of scripts: to Java values, and compared with what a call gave. */
final class ComponentValues {
    private ComponentValues() {}

    /**
     * @param map whether the type is a map, which scripts write as a list of tuples
     */
    static Object toJava(JsonNode json, boolean map) {
        JsonNode value = json.path("value");
        return switch (json.path("type").asString()) {
            case "bool" -> value.asBoolean();
            case "u64" -> Long.parseUnsignedLong(value.asString());
            case "u8", "u16", "u32", "s8", "s16", "s32", "s64" -> Long.parseLong(value.asString());
            case "f32" -> Float.intBitsToFloat(Integer.parseUnsignedInt(value.asString()));
            case "f64" -> Double.longBitsToDouble(Long.parseUnsignedLong(value.asString()));
            case "char" -> value.asString().codePointAt(0);
            case "string", "enum" -> value.asString();
            case "list", "tuple" -> map ? mapOf(items(value)) : items(value);
            case "record" -> record(value);
            case "variant" -> new VariantValue(value.path("case").asString(), payload(value.get("payload")));
            case "flags" -> {
                var labels = new LinkedHashSet<String>();
                value.valueStream().forEach(label -> labels.add(label.asString()));
                yield labels;
            }
            case "option" -> payload(value);
            case "result" -> value.has("Ok")
                    ? new ResultValue.Ok(payload(value.get("Ok")))
                    : new ResultValue.Err(payload(value.get("Err")));
            case String other -> throw new Skip("a constant of type " + other);
        };
    }

    static boolean matches(JsonNode expected, Object found) {
        return normal(toJava(expected, false)).equals(normal(found));
    }

    /** Equal values in one form: numbers by their bits, bytes and maps as lists. */
    private static Object normal(Object value) {
        return switch (value) {
            case Integer i -> i.longValue();
            case Float f -> List.of("f32", Float.floatToRawIntBits(f));
            case Double d -> List.of("f64", Double.doubleToRawLongBits(d));
            case Character c -> (long) c;
            case byte[] bytes -> {
                var items = new ArrayList<Object>();
                for (byte b : bytes) {
                    items.add((long) (b & 0xff));
                }
                yield items;
            }
            case List<?> list -> list.stream().map(ComponentValues::normal).toList();
            case Map<?, ?> map -> map.entrySet().stream()
                    .map(e -> List.of(normal(e.getKey()), normal(e.getValue())))
                    .toList();
            case Set<?> set -> Set.copyOf(set);
            case Optional<?> option -> option.map(ComponentValues::normal);
            case RecordValue(var labels, var values) ->
                new RecordValue(labels, values.stream().map(ComponentValues::normal).toList());
            case VariantValue(var label, var payload) -> new VariantValue(label, payload.map(ComponentValues::normal));
            case ResultValue.Ok(var payload) -> new ResultValue.Ok(payload.map(ComponentValues::normal));
            case ResultValue.Err(var payload) -> new ResultValue.Err(payload.map(ComponentValues::normal));
            default -> value;
        };
    }

    private static Optional<Object> payload(@org.jspecify.annotations.Nullable JsonNode value) {
        return value == null || value.isNull() ? Optional.empty() : Optional.of(toJava(value, false));
    }

    private static List<Object> items(JsonNode list) {
        return list.valueStream().map(item -> toJava(item, false)).toList();
    }

    private static RecordValue record(JsonNode fields) {
        var labels = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (JsonNode field : fields) {
            labels.add(field.get(0).asString());
            values.add(toJava(field.get(1), false));
        }
        return new RecordValue(labels, values);
    }

    private static Map<Object, Object> mapOf(List<Object> pairs) {
        var map = new LinkedHashMap<Object, Object>();
        for (Object pair : pairs) {
            map.put(((List<?>) pair).getFirst(), ((List<?>) pair).getLast());
        }
        return map;
    }
}
