package dev.belay.wasi.virt;

import dev.belay.component.model.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files and directories to be baked in. */
public sealed interface FileTree {
    record File(Bytes content) implements FileTree {}

    /** Entries by name, in their order. */
    record Directory(Map<String, FileTree> entries) implements FileTree {
        public Directory {
            entries = java.util.Collections.unmodifiableMap(new TreeMap<>(entries));
        }
    }

    /**
     * All that is in a directory of this machine. Links are followed, as long as they stay within it.
     *
     * @throws VirtException if a link leads out of it, or there is more than {@link #MAX_ENTRIES} or {@link #MAX_BYTES}
     * @throws IOException if something cannot be read
     */
    static Directory read(Path directory) throws IOException {
        return (Directory) new Reading(directory.toRealPath()).read(directory.toRealPath(), 0);
    }

    /** No harness carries more; each entry costs some hundred bytes of memory in every instance that asks for files. */
    int MAX_ENTRIES = 100_000;

    /** What still fits into a component that Belay reads. */
    long MAX_BYTES = 200L << 20;

    /** Deeper ones are made by links that lead in a circle. */
    int MAX_DEPTH = 64;

    /** Counts what was read so far. */
    final class Reading {
        private final Path root;
        private int entries;
        private long bytes;

        private Reading(Path root) {
            this.root = root;
        }

        private FileTree read(Path at, int depth) throws IOException {
            Path real = at.toRealPath();
            if (!real.startsWith(root)) {
                throw new VirtException(at + ": expected links that stay within " + root + ", found one to " + real);
            }
            if (++entries > MAX_ENTRIES || depth > MAX_DEPTH) {
                throw new VirtException(root + ": expected at most " + MAX_ENTRIES + " files and directories, "
                        + MAX_DEPTH + " deep");
            }
            if (!Files.isDirectory(real)) {
                bytes += Files.size(real);
                if (bytes > MAX_BYTES) {
                    throw new VirtException(root + ": expected at most " + (MAX_BYTES >> 20) + " MiB");
                }
                return new File(Bytes.of(Files.readAllBytes(real)));
            }
            var found = new TreeMap<String, FileTree>();
            List<Path> children;
            try (var list = Files.list(real)) {
                children = list.limit(MAX_ENTRIES + 1L).toList();
            }
            for (Path child : children) {
                found.put(child.getFileName().toString(), read(child, depth + 1));
            }
            return new Directory(found);
        }
    }
}
