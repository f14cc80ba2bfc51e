package dev.belay.wit.file;

import dev.belay.wit.error.Source;
import dev.belay.wit.syntax.WitFile;
import dev.belay.wit.syntax.WitParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a package: a file, or all {@code .wit} files of a directory. Below {@code deps/} of that directory each file and
 * each directory is another package, text or binary; what else lies there is not looked at.
 */
public final class WitLoader {
    private static final String TEXT = ".wit";
    private static final String BINARY = ".wasm";
    private static final String DEPENDENCIES = "deps";
    /** Much more than the largest package there is, in files. */
    private static final int MAX_FILES = 10_000;
    /** In bytes, of one file. */
    private static final int MAX_SIZE = 64 << 20;

    private final BinaryReader binaries;
    private final Groups groups = new Groups();
    private int files;

    private WitLoader(BinaryReader binaries) {
        this.binaries = binaries;
    }

    /**
     * @return for {@link dev.belay.wit.resolve.Resolver#resolve}: the package at {@code path} first
     * @throws WitFileException if something cannot be read
     * @throws dev.belay.wit.error.WitException if a text does not follow the grammar
     */
    public static List<List<WitFile>> load(Path path, BinaryReader binaries) {
        return groups(path, binaries).all();
    }

    /** As {@link #load}, to be put together with others. */
    public static Groups groups(Path path, BinaryReader binaries) {
        var loader = new WitLoader(binaries);
        if (!Files.isDirectory(path)) {
            loader.addPackage(path, List.of(loader.file(path)));
            return loader.groups;
        }
        loader.addPackage(path, loader.directory(path));
        Path dependencies = path.resolve(DEPENDENCIES);
        if (Files.isDirectory(dependencies)) {
            loader.list(dependencies).forEach(loader::dependency);
        }
        return loader.groups;
    }

    private void dependency(Path path) {
        if (Files.isDirectory(path)) {
            addPackage(path, directory(path));
        } else if (hasEnding(path, TEXT)) {
            addPackage(path, List.of(file(path)));
        } else if (hasEnding(path, BINARY)) {
            groups.addBinary(file(path));
        }
    }

    private void addPackage(Path path, List<WitFile> found) {
        if (found.stream().allMatch(f -> f.packageName().isEmpty() && f.items().isEmpty())) {
            throw new WitFileException(path + ": expected a package of WIT, found no `package …;` and nothing else");
        }
        groups.add(found);
    }

    private List<WitFile> directory(Path path) {
        List<WitFile> found = list(path).stream()
                .filter(f -> hasEnding(f, TEXT) && !Files.isDirectory(f))
                .map(this::file)
                .toList();
        if (found.isEmpty()) {
            throw new WitFileException(path + ": expected a directory with .wit files, found none in it");
        }
        return found;
    }

    private WitFile file(Path path) {
        if (++files > MAX_FILES) {
            throw new WitFileException(path + ": expected at most " + MAX_FILES + " files of WIT");
        }
        return file(path, bytes(path));
    }

    private WitFile file(Path path, byte[] bytes) {
        if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] == 'a' && bytes[2] == 's' && bytes[3] == 'm') {
            return binaries.read(path, bytes);
        }
        return parse(path.toString(), bytes);
    }

    /**
     * @param name for messages
     * @throws WitFileException if the bytes are no UTF-8
     */
    public static WitFile parse(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return WitParser.parse(new Source(name, text));
        } catch (CharacterCodingException _) {
            throw new WitFileException(name + ": expected WIT, found bytes that are no UTF-8");
        }
    }

    private static byte[] bytes(Path path) {
        try (var in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                throw new WitFileException(path + ": too large: expected at most " + (MAX_SIZE >> 20) + " MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return new ArrayList<>(entries.sorted().limit(MAX_FILES).toList());
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static WitFileException unreadable(Path path, IOException e) {
        return new WitFileException(path + ": cannot be read: "
                + (Files.exists(path) ? e.getClass().getSimpleName() : "no such file or directory"));
    }

    private static boolean hasEnding(Path path, String ending) {
        Path name = path.getFileName();
        return name != null && name.toString().endsWith(ending);
    }
}
