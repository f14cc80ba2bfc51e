package dev.belay.wasmpay.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What requests hold. Amounts come as text or as whole numbers, and never as floating point. */
final class Requests {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Requests() {}

    static Order order(byte[] body, String key) {
        var json = object(body);
        known(json, Set.of("origin", "destination", "amount", "currency", "status", "reason", "decisions"));
        return new Order(
                key,
                text(json, "origin"),
                text(json, "destination"),
                whole(json, "amount"),
                text(json, "currency"),
                Status.of(text(json, "status")),
                optional(json, "reason"),
                decisions(json.path("decisions")));
    }

    static Bank bank(byte[] body) {
        var json = object(body);
        known(json, Set.of("code", "id", "name", "country", "currency"));
        String code = text(json, "code");
        String id = optional(json, "id");
        return new Bank(code, id.isEmpty() ? code : id, text(json, "name"), text(json, "country"), text(json, "currency"));
    }

    private static List<Decision> decisions(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return List.of();
        }
        if (!json.isArray()) {
            throw Refusal.invalid("decisions: expected an array, found " + kind(json));
        }
        var decisions = new ArrayList<Decision>();
        for (var decision : json) {
            decisions.add(new Decision(
                    text(decision, "validator"),
                    optional(decision, "language"),
                    decision.has("size") ? whole(decision, "size") : 0,
                    optional(decision, "harness"),
                    decision.path("approved").asBoolean(false),
                    optional(decision, "reason")));
        }
        return decisions;
    }

    private static JsonNode object(byte[] body) {
        try {
            var json = JSON.readTree(body);
            if (!json.isObject()) {
                throw Refusal.invalid("expected a JSON object, found " + kind(json));
            }
            return json;
        } catch (JacksonException e) {
            var at = e.getLocation();
            String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw Refusal.invalid(where + e.getOriginalMessage());
        }
    }

    private static void known(JsonNode json, Set<String> names) {
        for (String name : json.propertyNames()) {
            if (!names.contains(name)) {
                throw Refusal.invalid(Check.shown(name) + " is no field of this; expected some of " + names.stream().sorted().toList());
            }
        }
    }

    private static String text(JsonNode json, String name) {
        var value = json.path(name);
        if (!value.isString()) {
            throw Refusal.invalid(name + ": expected a string, found " + kind(value));
        }
        return value.stringValue();
    }

    private static String optional(JsonNode json, String name) {
        return json.path(name).isMissingNode() || json.path(name).isNull() ? "" : text(json, name);
    }

    private static long whole(JsonNode json, String name) {
        var value = json.path(name);
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isString()) {
            try {
                return Long.parseLong(value.stringValue());
            } catch (NumberFormatException _) {
                // Said below.
            }
        }
        throw Refusal.invalid(name + ": expected a whole number of 64 bits, found " + Check.shown(value.toString()));
    }

    private static String kind(JsonNode value) {
        return value.isMissingNode() ? "nothing" : switch (value.getNodeType()) {
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            default -> "null";
        };
    }
}
