package dev.belay.compose;

import dev.belay.wit.name.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the packages of a composition are: by name, or below a directory, in which {@code a:b} is {@code a/b.wasm}, {@code
 * a/b.wit} or a directory {@code a/b} of WIT, and {@code a:b@1.0.0} the same with {@code a/b/1.0.0}.
 */
public final class Dependencies {
    /** More names than these are not listed in messages. */
    private static final int MAX_LISTED = 1_000;
    private static final List<String> ENDINGS = List.of(".wasm", ".wit");

    private final Map<String, Path> named = new LinkedHashMap<>();
    private final List<Path> directories = new ArrayList<>();

    /** @param name such as {@code a:b} or {@code a:b@1.0.0} */
    public Dependencies with(String name, Path path) {
        named.put(name, path);
        return this;
    }

    public Dependencies below(Path directory) {
        directories.add(directory);
        return this;
    }

    /** @param name with its version, if it is asked for with one */
    public Optional<Path> find(String name) {
        Path given = named.get(name);
        return given != null
                ? Optional.of(given)
                : directories.stream().flatMap(d -> below(d, name).stream()).findFirst();
    }

    private static Optional<Path> below(Path directory, String name) {
        int at = name.indexOf('@');
        Path path = directory;
        for (String part : (at < 0 ? name : name.substring(0, at)).split(":")) {
            path = path.resolve(part);
        }
        if (at >= 0) {
            path = path.resolve(name.substring(at + 1));
        }
        for (String ending : ENDINGS) {
            Path file = path.resolveSibling(path.getFileName() + ending);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
    }

    /** The names of the packages there are, for messages. */
    public List<String> known() {
        var known = new ArrayList<>(named.keySet());
        directories.forEach(directory -> list(directory).forEach(namespace ->
                list(namespace).stream()
                        .filter(Dependencies::isPackage)
                        .forEach(entry -> known.addAll(names(namespace, entry)))));
        return known.stream().distinct().limit(MAX_LISTED).toList();
    }

    private static boolean isPackage(Path path) {
        return Files.isDirectory(path) || ENDINGS.stream().anyMatch(path.toString()::endsWith);
    }

    private static List<String> names(Path namespace, Path entry) {
        String name = namespace.getFileName() + ":" + entry.getFileName().toString().replaceAll("\\.(wasm|wit)$", "");
        List<String> versions = list(entry).stream()
                .map(v -> v.getFileName().toString().replaceAll("\\.(wasm|wit)$", ""))
                .filter(v -> Version.parse(v).isPresent())
                .map(v -> name + "@" + v)
                .toList();
        return versions.isEmpty() ? List.of(name) : versions;
    }

    private static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().limit(MAX_LISTED).toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
