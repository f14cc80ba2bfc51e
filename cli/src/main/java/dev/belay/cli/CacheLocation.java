package dev.belay.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where compiled code is kept: {@code $BELAY_CACHE}, or below the user's cache directory. */
final class CacheLocation {
    /** An environment variable: the directory; {@code off} for none. */
    static final String VARIABLE = "BELAY_CACHE";

    private static final String OFF = "off";
    private static final String COMPONENTS = "components";

    private CacheLocation() {}

    static Optional<Path> find() {
        return find(System.getenv(), System.getProperty("user.home", ""));
    }

    /** Where components out of registries are kept. */
    static Optional<Path> components() {
        return components(System.getenv(), System.getProperty("user.home", ""));
    }

    /** Beside compiled code, or within the directory that is named for it. */
    static Optional<Path> components(Map<String, String> environment, String home) {
        boolean named = !environment.getOrDefault(VARIABLE, "").isEmpty();
        return find(environment, home).map(code -> named ? code.resolve(COMPONENTS) : code.resolveSibling(COMPONENTS));
    }

    /**
     * @return empty if none is wanted, or there is no place for one
     */
    static Optional<Path> find(Map<String, String> environment, String home) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (named.equals(OFF)) {
            return Optional.empty();
        }
        if (!named.isEmpty()) {
            return path(named);
        }
        // As the XDG specification has it: what is not absolute is to be ignored.
        return path(environment.getOrDefault("XDG_CACHE_HOME", ""))
                .filter(Path::isAbsolute)
                .or(() -> path(home).filter(Path::isAbsolute).map(directory -> directory.resolve(".cache")))
                .map(directory -> directory.resolve("belay").resolve("code"));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
