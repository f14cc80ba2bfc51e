package dev.belay.conformance;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/** The scripts below some paths: directories, zips, or single scripts. Open until closed, for their binaries' sake. */
final class ScriptFiles implements AutoCloseable {
    private final List<FileSystem> zips = new ArrayList<>();
    private final List<Script> scripts = new ArrayList<>();

    /**
     * @throws SuiteException if a path holds no script
     */
    static ScriptFiles open(List<Path> paths) {
        var files = new ScriptFiles();
        try {
            for (Path path : paths) {
                int before = files.scripts.size();
                files.add(path);
                if (files.scripts.size() == before) {
                    throw new SuiteException(path + ": expected scripts (NAME.json with \"commands\"), found none");
                }
            }
            return files;
        } catch (IOException e) {
            files.close();
            throw new SuiteException(Messages.of(e), e);
        } catch (SuiteException e) {
            files.close();
            throw e;
        }
    }

    List<Script> scripts() {
        return List.copyOf(scripts);
    }

    private void add(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new SuiteException(path + ": no such file or directory");
        }
        if (Files.isDirectory(path)) {
            addBelow(path);
        } else if (isNamed(path, ".zip")) {
            FileSystem zip = openZip(path);
            zips.add(zip);
            for (Path root : zip.getRootDirectories()) {
                addBelow(root);
            }
        } else {
            scripts.add(Script.read(withoutEnding(path.getFileName().toString()), path));
        }
    }

    private static FileSystem openZip(Path path) throws IOException {
        try {
            return FileSystems.newFileSystem(path);
        } catch (ZipException | ProviderNotFoundException e) {
            throw new SuiteException(path + ": expected a zip: " + Messages.of(e), e);
        }
    }

    private void addBelow(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            for (Path file : all.filter(isScript()).sorted().toList()) {
                // The script of a/b/b.json is a/b.
                Path parent = file.getParent();
                boolean doubled = parent != null
                        && parent.getFileName() != null
                        && parent.getFileName().toString().equals(withoutEnding(file.getFileName().toString()));
                var name = root.relativize(doubled ? parent : file).toString();
                scripts.add(Script.read(withoutEnding(name.isEmpty() ? file.getFileName().toString() : name), file));
            }
        }
    }

    /** A manifest and an oracle are JSON, too. */
    private static Predicate<Path> isScript() {
        return file -> isNamed(file, ".json")
                && !isNamed(file, ".oracle.json")
                && !file.getFileName().toString().equalsIgnoreCase("manifest.json");
    }

    private static boolean isNamed(Path file, String ending) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(ending);
    }

    private static String withoutEnding(String name) {
        return name.endsWith(".json") ? name.substring(0, name.length() - ".json".length()) : name;
    }

    @Override
    public void close() {
        for (FileSystem zip : zips) {
            try {
                zip.close();
            } catch (IOException e) {
                throw new SuiteException("cannot close " + zip, e);
            }
        }
    }
}
