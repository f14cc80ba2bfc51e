package dev.belay.runtime.internal.endive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/** The core test suite, which lies beside the project. */
final class CoreSuite {
    private final Map<String, byte[]> files;

    private CoreSuite(Map<String, byte[]> files) {
        this.files = files;
    }

    /** Skips the test if the suite is absent, or fails it if it is required. */
    static CoreSuite open() {
        String set = System.getenv("BELAY_SHARED");
        Path shared = set != null
                ? Path.of(set)
                : Path.of(Optional.ofNullable(System.getProperty("belay.root")).orElse("."), "..", "shared");
        Path zip = shared.resolve("conformance").resolve("core.zip");
        if (!Files.exists(zip)) {
            if (Boolean.getBoolean("belay.conformance.required")) {
                throw new AssertionError(zip + " is required, and is not there");
            }
            Assumptions.abort(zip + " is not there");
        }
        var files = new HashMap<String, byte[]>();
        try (var in = new ZipFile(zip.toFile())) {
            for (var entry : in.stream().filter(e -> !e.isDirectory()).toList()) {
                files.put(entry.getName(), in.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CoreSuite(files);
    }

    /** The names of all scripts. */
    List<String> scripts() {
        var names = new TreeSet<String>();
        for (String file : files.keySet()) {
            String[] parts = file.split("/");
            if (parts.length == 3 && parts[2].equals(parts[1] + ".json")) {
                names.add(parts[1]);
            }
        }
        return List.copyOf(names);
    }

    /** All modules in binary form, those that are to be refused among them. */
    Stream<Map.Entry<String, byte[]>> binaries() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".wasm"))
                .sorted(Map.Entry.comparingByKey());
    }

    byte[] script(String name) {
        return file(name, name + ".json");
    }

    byte[] manifest() {
        return files.get("core/manifest.json");
    }

    byte[] file(String script, String name) {
        return files.get("core/" + script + "/" + name);
    }
}
