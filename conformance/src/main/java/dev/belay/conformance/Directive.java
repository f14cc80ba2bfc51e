package dev.belay.conformance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One command of a script.
 *
 * @param features what it needs, as the suite's oracle says; empty where there is none
 */
record Directive(String type, int line, JsonNode json, Set<String> features) {
    private static final Set<String> ASYNC = Set.of("async", "threads", "error-context");

    boolean isAsync() {
        return features.stream().anyMatch(ASYNC::contains);
    }

    /** Whether it only asks that a binary be refused, which needs nothing of what the binary would do. */
    boolean isRefusal() {
        return type.equals("assert_invalid") || type.equals("assert_malformed");
    }

    boolean isText() {
        return text(json, "module_type").filter("text"::equals).isPresent() && text(json, "binary_filename").isEmpty();
    }

    Optional<String> binary() {
        return text(json, "binary_filename").or(() -> text(json, "filename"));
    }

    Optional<String> string(String key) {
        return text(json, key);
    }

    /** The message a trap or an error should carry, more or less. */
    String wanted() {
        return text(json, "text").orElse("");
    }

    Action action() {
        JsonNode action = json.get("action");
        if (action == null) {
            throw new SuiteException("line " + line + ": " + type + " without an action");
        }
        return new Action(
                text(action, "type").orElse(""),
                text(action, "module"),
                text(action, "field").orElse(""),
                action.hasNonNull("args") ? action.get("args").valueStream().toList() : List.of());
    }

    List<JsonNode> expected() {
        return json.hasNonNull("expected") ? json.get("expected").valueStream().toList() : List.of();
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.hasNonNull(key) ? Optional.of(node.get(key).asString()) : Optional.empty();
    }

    /**
     * Something to do with an instance.
     *
     * @param type {@code invoke} or {@code get}
     * @param instance its name; empty for the current one
     */
    record Action(String type, Optional<String> instance, String field, List<JsonNode> args) {}
}
