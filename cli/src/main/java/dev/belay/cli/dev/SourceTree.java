package dev.belay.cli.dev;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files and directories that are watched, without what builds, version control and editors put there. */
final class SourceTree {
    /** A source tree of more is not what somebody writes; looking through it would take longer than building. */
    static final int MAX_FILES = 20_000;
    /** Deeper than any package. */
    private static final int MAX_DEPTH = 64;
    private static final Set<String> IGNORED = Set.of("target", "node_modules", "__pycache__");
    private static final List<String> IGNORED_ENDS = List.of("~", ".swp", ".swx", ".tmp", ".bak");

    private final List<Path> roots;
    private final Set<Path> outputs;
    private final Set<String> ignored;

    /** @param ignored names of files and directories to leave out, besides those that are always left out */
    SourceTree(List<Path> roots, List<Path> outputs, Set<String> ignored) {
        this.roots = roots.stream().map(SourceTree::plain).distinct().toList();
        this.outputs = Set.copyOf(outputs.stream().map(SourceTree::plain).toList());
        this.ignored = Set.copyOf(ignored);
    }

    static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Whether something of it is missing: it may come, and nothing tells when. */
    boolean isIncomplete() {
        return roots.stream().anyMatch(root -> !Files.exists(root));
    }

    /**
     * Looks at all of it. What cannot be read, or is gone by the time, counts as missing.
     *
     * @param before what was found last
     */
    Snapshot look(Snapshot before) {
        var scan = new Scan(before);
        for (Path root : roots) {
            try {
                if (Files.isDirectory(root)) {
                    Files.walkFileTree(root, Set.of(), MAX_DEPTH, scan.below(root));
                } else {
                    scan.directory(root.resolveSibling(""));
                    scan.file(root, Files.readAttributes(root, BasicFileAttributes.class));
                }
            } catch (IOException _) {
                // Missing.
            }
        }
        return new Snapshot(scan.files, scan.directories);
    }

    private boolean isIgnored(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".")
                || name.startsWith("#")
                || IGNORED.contains(name)
                || ignored.contains(name)
                || IGNORED_ENDS.stream().anyMatch(name::endsWith)
                || outputs.contains(path);
    }

    private final class Scan {
        private final Snapshot before;
        private final Map<Path, Fingerprint> files = new HashMap<>();
        private final Set<Path> directories = new HashSet<>();

        Scan(Snapshot before) {
            this.before = before;
        }

        void directory(Path path) {
            if (Files.isDirectory(path)) {
                directories.add(path);
            }
        }

        void file(Path path, BasicFileAttributes found) {
            try {
                var known = before.files();
                files.put(path, known.containsKey(path) ? Fingerprint.of(path, found, known.get(path)) : Fingerprint.of(path, found));
            } catch (IOException _) {
                // It is gone, or was never for us.
            }
        }

        SimpleFileVisitor<Path> below(Path root) {
            return new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes found) {
                    if (!path.equals(root) && isIgnored(path)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    directories.add(path);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes found) {
                    if (found.isRegularFile() && !isIgnored(path)) {
                        file(path, found);
                    }
                    return files.size() > MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException why) {
                    return FileVisitResult.CONTINUE;
                }
            };
        }
    }
}
