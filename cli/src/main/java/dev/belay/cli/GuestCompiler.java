package dev.belay.cli;

import dev.belay.build.CoreCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The compiler of Java classes to core modules, in a class loader of its own: no other command reads its jars. */
final class GuestCompiler implements AutoCloseable {
    private static final String WHERE = "teavm/target";
    /** What sources are compiled against. */
    private static final List<String> LIBRARY = List.of("belay-guest-", "teavm-interop-", "jspecify-");

    private final URLClassLoader loader;

    private GuestCompiler(URLClassLoader loader) {
        this.loader = loader;
    }

    /** @throws Failure if it was not built */
    static GuestCompiler load() {
        var urls = new ArrayList<URL>();
        try {
            for (Path each : jars()) {
                urls.add(each.toUri().toURL());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GuestCompiler(new URLClassLoader(urls.toArray(URL[]::new), GuestCompiler.class.getClassLoader()));
    }

    private static List<Path> jars() {
        Path home = Path.of(System.getProperty("belay.home", "")).resolve(WHERE);
        var jars = new ArrayList<Path>();
        jars.addAll(jarsIn(home));
        jars.addAll(jarsIn(home.resolve("lib")));
        if (jars.isEmpty()) {
            throw new Failure(home + ": expected the jars of the compiler, found none: run belay from where it was built");
        }
        return jars;
    }

    CoreCompiler service() {
        return ServiceLoader.load(CoreCompiler.class, loader)
                .findFirst()
                .orElseThrow(() -> new Failure("the jars in " + WHERE + " hold no compiler: build Belay anew"));
    }

    /**
     * The jars that sources are compiled against.
     *
     * @throws Failure if they were not built
     */
    static List<Path> library() {
        return jars().stream()
                .filter(jar -> LIBRARY.stream().anyMatch(jar.getFileName().toString()::startsWith))
                .toList();
    }

    private static List<Path> jarsIn(Path directory) {
        if (!java.nio.file.Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = java.nio.file.Files.list(directory)) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
