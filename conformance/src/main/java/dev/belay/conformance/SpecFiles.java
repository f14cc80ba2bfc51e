package dev.belay.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds scripts in directories and zip files. */
final class SpecFiles implements AutoCloseable {
    private final List<FileSystem> opened = new ArrayList<>();

    /** Every script under {@code paths}, in the order of their names. */
    List<Path> scripts(List<Path> paths) throws IOException {
        var scripts = new ArrayList<Path>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new java.nio.file.NoSuchFileException(path.toString());
            }
            scripts.addAll(under(path.toString().endsWith(".zip") ? unzipped(path) : path));
        }
        return scripts;
    }

    private Path unzipped(Path zip) throws IOException {
        FileSystem fileSystem = FileSystems.newFileSystem(zip);
        opened.add(fileSystem);
        return fileSystem.getRootDirectories().iterator().next();
    }

    private static List<Path> under(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(SpecFiles::isScript).sorted().toList();
        }
    }

    private static boolean isScript(Path file) {
        if (file.getFileName() == null) {
            return false;
        }
        String name = file.getFileName().toString();
        return name.endsWith(".json")
                && !name.endsWith(".oracle.json")
                && !name.equalsIgnoreCase("manifest.json")
                && Files.isRegularFile(file);
    }

    @Override
    public void close() {
        for (FileSystem fileSystem : opened) {
            try {
                fileSystem.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
