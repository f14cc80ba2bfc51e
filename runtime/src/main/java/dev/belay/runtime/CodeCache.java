package dev.belay.runtime;

import dev.belay.runtime.internal.cache.CacheDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The directory that engines keep compiled classes in, for people to look at and to clean up. */
public final class CodeCache {
    private final CacheDirectory directory;

    private CodeCache(Path directory) {
        this.directory = new CacheDirectory(directory);
    }

    public static CodeCache at(Path directory) {
        return new CodeCache(directory);
    }

    /**
     * What is kept of one core module.
     *
     * @param name 64 hexadecimal digits: a hash of the module, the compiler and its options
     * @param lastUsed to within some minutes
     */
    public record Entry(String name, long bytes, Instant lastUsed) {}

    /**
     * All entries, the one that was used last first. There are none if there is no directory.
     *
     * @throws IOException if the directory cannot be read
     */
    public List<Entry> list() throws IOException {
        return directory.list().stream()
                .map(each -> new Entry(each.entry().hex(), each.bytes(), each.lastUsed()))
                .sorted(Comparator.comparing(Entry::lastUsed).reversed().thenComparing(Entry::name))
                .toList();
    }

    /**
     * Deletes the entries that were not used since, and what unfinished writing left. Programs that use them compile anew.
     *
     * @return what was deleted
     * @throws IOException if the directory cannot be read, or an entry cannot be deleted
     */
    public List<Entry> clean(Instant notUsedSince) throws IOException {
        directory.deleteAbandoned();
        var deleted = new java.util.ArrayList<Entry>();
        for (Entry each : list()) {
            if (!each.lastUsed().isAfter(notUsedSince) && directory.delete(each.name())) {
                deleted.add(each);
            }
        }
        return deleted;
    }
}
