package dev.belay.runtime.internal.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The directory that holds entries; nothing else is in it, and it is its user's alone. */
public final class CacheDirectory {
    private static final String TEMPORARY_PREFIX = ".writing-";
    /** Writing takes seconds: what is older than this was left by a process that ended. */
    private static final Duration ABANDONED = Duration.ofHours(1);
    /** How old the time of last use gets before it is renewed: not every start has to write. */
    private static final Duration USE_RESOLUTION = Duration.ofMinutes(10);
    /** Listing ends there, rather than fill memory; entries are a few hundred KB, so the limit on size comes first. */
    private static final int MAX_LISTED = 1_000_000;

    private final Path path;

    public CacheDirectory(Path path) {
        this.path = path;
    }

    /**
     * @param entry its name
     * @param bytes the size of its file
     */
    public record Listed(EntryName entry, long bytes, Instant lastUsed) {}

    /** Makes it unless it is there; gives whether it can be trusted, which is logged if not. */
    boolean open() {
        try {
            Ownership.createPrivate(path);
            Optional<String> objection = Ownership.objection(path);
            objection.ifPresent(why -> CacheLog.unusable(path, why));
            return objection.isEmpty();
        } catch (IOException e) {
            CacheLog.unusable(path, e);
            return false;
        }
    }

    Path path() {
        return path;
    }

    Path file(EntryName name) {
        return path.resolve(name.file());
    }

    Path temporary() {
        return path.resolve(TEMPORARY_PREFIX + UUID.randomUUID());
    }

    /** Reads an entry's index, and notes that it is used. */
    Optional<Entry> find(EntryName name) {
        Path file = file(name);
        try {
            Entry entry = Entry.read(file, name);
            used(file);
            return Optional.of(entry);
        } catch (java.nio.file.NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            CacheLog.unusable(file, e);
            return Optional.empty();
        }
    }

    private static void used(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant now = Instant.now();
        if (attributes.lastModifiedTime().toInstant().isBefore(now.minus(USE_RESOLUTION))) {
            try {
                Files.setLastModifiedTime(file, FileTime.from(now));
            } catch (IOException e) {
                CacheLog.notWritten(file, e);
            }
        }
    }

    /**
     * Every entry, in no order. There are none if there is no directory.
     *
     * @throws IOException if the directory cannot be read
     */
    public List<Listed> list() throws IOException {
        var found = new ArrayList<Listed>();
        if (!Files.isDirectory(path)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                EntryName.ofFile(file).flatMap(name -> listed(name, file)).ifPresent(found::add);
                if (found.size() == MAX_LISTED) {
                    break;
                }
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    private static Optional<Listed> listed(EntryName name, Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? Optional.of(new Listed(name, attributes.size(), attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // another process has deleted it
        }
    }

    /** @return whether this call is what deleted it */
    boolean delete(EntryName name) throws IOException {
        return Files.deleteIfExists(file(name));
    }

    /** As {@link #delete(EntryName)}, of the entry with that name in hexadecimal digits. */
    public boolean delete(String hex) throws IOException {
        return delete(new EntryName(hex));
    }

    /** Deletes what processes began to write and did not finish. */
    public void deleteAbandoned() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, TEMPORARY_PREFIX + "*")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
