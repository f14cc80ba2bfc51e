package dev.belay.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A script: its directives in order.
 *
 * @param source the name of the file it was made from
 */
record Script(Path file, String source, List<Directive> directives) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param features what it needs beyond the base, as the file beside the script says */
    record Directive(int line, String type, JsonNode json, Set<String> features) {
        Optional<String> text(String key) {
            return Optional.ofNullable(json.get(key)).map(JsonNode::asString);
        }
    }

    static Script read(Path file) throws IOException {
        JsonNode root = parse(file);
        List<Set<String>> features = features(file);
        var directives = new ArrayList<Directive>();
        for (JsonNode command : root.path("commands")) {
            Set<String> needed =
                    directives.size() < features.size() ? features.get(directives.size()) : Set.of();
            directives.add(new Directive(
                    command.path("line").asInt(), command.path("type").asString(), command, needed));
        }
        return new Script(file, root.path("source_filename").asString(), directives);
    }

    private static List<Set<String>> features(Path script) throws IOException {
        String name = script.getFileName().toString();
        Path oracle = script.resolveSibling(name.substring(0, name.length() - ".json".length()) + ".oracle.json");
        var features = new ArrayList<Set<String>>();
        if (Files.exists(oracle)) {
            for (JsonNode each : parse(oracle).path("commandFeatures")) {
                var needed = new TreeSet<String>();
                each.forEach(feature -> needed.add(feature.asString()));
                features.add(needed);
            }
        }
        return features;
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new IOException(file + ": expected a script in JSON: " + e.getOriginalMessage(), e);
        }
    }
}
