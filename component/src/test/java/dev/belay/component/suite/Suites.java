package dev.belay.component.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suites of others that lie beside the project. */
public final class Suites {
    private static final JsonMapper JSON = new JsonMapper();

    private Suites() {}

    /** The directives of {@code suite}.zip about the validity of components; skips the test if the suite is absent. */
    public static List<SuiteCase> directives(String suite) {
        Map<String, byte[]> files = unzip(suite + ".zip");
        var cases = new ArrayList<SuiteCase>();
        for (String name : new TreeSet<>(files.keySet())) {
            if (name.endsWith(".json") && !name.endsWith(".oracle.json") && !name.endsWith("MANIFEST.json")) {
                addScript(name, files, cases);
            }
        }
        return cases;
    }

    /** The components of wat-inputs.zip. */
    public static List<SuiteCase> components() {
        Map<String, byte[]> files = unzip("wat-inputs.zip");
        var cases = new ArrayList<SuiteCase>();
        var names = new TreeSet<>(files.keySet());
        var manifest = names.stream().filter(n -> n.endsWith("MANIFEST.json")).findFirst().orElseThrow();
        for (JsonNode file : JSON.readTree(files.get(manifest)).path("files")) {
            if (file.path("kind").asString().equals("component")) {
                String path = file.path("path").asString();
                String name = names.stream().filter(n -> n.endsWith(path)).findFirst().orElseThrow();
                cases.add(new SuiteCase("wat-inputs/" + path, file.path("valid").asBoolean(), "", files.get(name)));
            }
        }
        return cases;
    }

    /** The files of wit-parser.zip, by their paths below {@code ui/}. */
    public static Map<String, byte[]> wit() {
        var files = new TreeMap<String, byte[]>();
        unzip("wit-parser.zip").forEach((name, bytes) -> {
            int at = name.indexOf("ui/");
            if (at >= 0) {
                files.put(name.substring(at + 3), bytes);
            }
        });
        return files;
    }

    private static void addScript(String name, Map<String, byte[]> files, List<SuiteCase> cases) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        for (JsonNode command : JSON.readTree(files.get(name)).path("commands")) {
            boolean binary = command.path("module_type").asString("").equals("binary");
            String type = command.path("type").asString();
            boolean valid = type.equals("module") || type.equals("module_definition");
            boolean invalid = type.equals("assert_invalid") || type.equals("assert_malformed");
            if (!binary || !(valid || invalid)) {
                continue;
            }
            byte[] bytes = files.get(folder + command.path("filename").asString());
            if (isCoreModule(bytes)) {
                continue;
            }
            String id = folder.substring(0, folder.length() - 1) + ":" + command.path("line").asInt();
            cases.add(new SuiteCase(id, valid, command.path("text").asString(""), bytes));
        }
    }

    private static boolean isCoreModule(byte[] bytes) {
        return bytes.length >= 8 && bytes[4] == 1 && bytes[6] == 0;
    }

    private static Map<String, byte[]> unzip(String name) {
        Path zip = folder().map(f -> f.resolve("conformance").resolve(name)).orElse(Path.of(name));
        if (!Files.exists(zip)) {
            if (Boolean.getBoolean("belay.conformance.required")) {
                throw new AssertionError(name + " is required, and is not there");
            }
            Assumptions.abort(name + " is not there");
        }
        var files = new HashMap<String, byte[]>();
        try (var in = new ZipFile(zip.toFile())) {
            for (var entry : in.stream().filter(e -> !e.isDirectory()).toList()) {
                files.put(entry.getName(), in.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Optional<Path> folder() {
        String set = System.getenv("BELAY_SHARED");
        if (set != null) {
            return Optional.of(Path.of(set));
        }
        return Optional.ofNullable(System.getProperty("belay.root")).map(root -> Path.of(root, "..", "shared"));
    }
}
