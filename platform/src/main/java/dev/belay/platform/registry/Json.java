package dev.belay.platform.registry;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of others, read as it comes, and of ours. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /**
     * @throws JacksonException if it is none; its message quotes the text
     */
    static JsonNode read(byte[] json) {
        return MAPPER.readTree(json);
    }

    /** What was found instead of JSON, and where; without the text, which may hold a secret. */
    static String found(JacksonException e) {
        return "found something else"
                + Optional.ofNullable(e.getLocation()).map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr()).orElse("");
    }

    static Optional<String> text(JsonNode of, String name) {
        return Optional.ofNullable(of.get(name)).filter(JsonNode::isString).map(JsonNode::stringValue).filter(its -> !its.isEmpty());
    }

    /** Entries in the map's order: the same map gives the same bytes. */
    static byte[] bytes(Map<String, ?> document) {
        return MAPPER.writeValueAsBytes(document);
    }
}
