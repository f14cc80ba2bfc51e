package dev.belay.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One converted {@code .wast} file.
 *
 * @param name path within what was asked for, without the ending
 * @param directory where its binaries are
 */
record Script(String name, Path directory, List<Directive> directives) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * @throws SuiteException if the file is no script
     */
    static Script read(String name, Path file) {
        JsonNode commands = json(file).get("commands");
        if (commands == null || !commands.isArray()) {
            throw new SuiteException(name + ": expected an object with a list of \"commands\"");
        }
        Path oracle = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.json$", ".oracle.json"));
        JsonNode features = Files.exists(oracle) ? json(oracle).get("commandFeatures") : null;
        var directives = new ArrayList<Directive>();
        for (JsonNode command : commands) {
            if (!command.hasNonNull("type") || !command.hasNonNull("line")) {
                throw new SuiteException(name + ": a command without \"type\" or \"line\"");
            }
            directives.add(new Directive(
                    command.get("type").asString(),
                    command.get("line").asInt(),
                    command,
                    features == null ? Set.of() : strings(features.get(directives.size()))));
        }
        Path directory = file.getParent();
        return new Script(name, directory == null ? Path.of("") : directory, List.copyOf(directives));
    }

    /**
     * @throws SuiteException if there is no such file beside the script
     */
    byte[] binary(String fileName) {
        Path path = directory.resolve(fileName).normalize();
        if (!path.startsWith(directory.normalize())) {
            throw new SuiteException(name + ": the binary " + fileName + " is not beside the script");
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new SuiteException(name + ": cannot read the binary " + fileName, e);
        }
    }

    private static Set<String> strings(JsonNode list) {
        return list == null ? Set.of() : list.valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static JsonNode json(Path file) {
        try (var in = Files.newInputStream(file)) {
            return JSON.readTree(in);
        } catch (IOException | JacksonException e) {
            throw new SuiteException(file + ": cannot be read as JSON", e);
        }
    }
}
