package dev.belay.build;

import dev.belay.component.wit.WitBinary;
import dev.belay.wit.error.WitException;
import dev.belay.wit.file.Groups;
import dev.belay.wit.file.WitLoader;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.Resolver;
import dev.belay.wit.resolve.WitPackages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The WIT of a project. Packages that its {@code deps/} lacks are those of the libraries on its class path, which bring them in
 * {@code META-INF/belay/wit/deps}.
 */
public final class ProjectWit {
    private static final String BROUGHT = "META-INF/belay/wit/deps";

    private ProjectWit() {}

    /**
     * @param wit a file, directory or binary
     * @throws dev.belay.wit.file.WitFileException if a file cannot be read
     * @throws WitException if a text is wrong, or a package is missing
     */
    public static WitPackages load(Path wit, List<Path> classPath) {
        Groups own = WitLoader.groups(wit, WitBinary::read);
        try {
            return Resolver.resolve(own.all(), Features.all());
        } catch (WitException _) {
            // What the project has stands by itself, or with all that is brought: a part of theirs may not fit a part of ours.
            for (Path each : classPath) {
                own.addMissing(brought(each));
            }
            return Resolver.resolve(own.all(), Features.all());
        }
    }

    private static Groups brought(Path library) {
        try {
            if (Files.isDirectory(library)) {
                return texts(library.resolve(BROUGHT));
            }
            if (!Files.isRegularFile(library)) {
                return new Groups();
            }
            try (FileSystem jar = FileSystems.newFileSystem(library)) {
                return texts(jar.getPath(BROUGHT));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Groups texts(Path directory) throws IOException {
        var groups = new Groups();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".wit")).sorted().toList()) {
                    groups.add(List.of(WitLoader.parse(file.toString(), Files.readAllBytes(file))));
                }
            }
        }
        return groups;
    }
}
