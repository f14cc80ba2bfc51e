package dev.belay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a guest is written in, as its sources tell. */
final class SourceLanguage {
    /** Directories within each other that are looked into: as deep as packages of Java go. */
    private static final int DEPTH = 8;
    private static final Map<String, String> BY_SUFFIX = Map.of(
            "rs", "Rust", "java", "Java", "c", "C", "zig", "Zig", "ts", "AssemblyScript", "js", "JavaScript");

    private SourceLanguage() {}

    /** @return empty if nothing there tells */
    static String of(Path directory) {
        try (var files = Files.walk(directory, DEPTH)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.lastIndexOf('.') > 0)
                    .map(name -> BY_SUFFIX.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""))
                    .filter(language -> !language.isEmpty())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new Failure(dev.belay.cli.Files.describe(e));
        }
    }
}
