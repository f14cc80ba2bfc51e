package dev.belay.platform.registry;

import dev.belay.platform.spec.Digest;
import dev.belay.platform.store.BlobStore;
import dev.belay.platform.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was fetched from registries, by its digest, so that it need not be fetched again. What is there is checked whenever it is read. A cache that
 * cannot be used is none: it keeps nobody from working.
 */
public final class ComponentCache {
    private static final Logger LOG = LoggerFactory.getLogger(ComponentCache.class);

    private final Path directory;
    private final long mostBytes;

    private ComponentCache(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /** Some hundred components; what was fetched first goes first. */
    public static ComponentCache at(Path directory) {
        return at(directory, 1L << 30);
    }

    static ComponentCache at(Path directory, long mostBytes) {
        return new ComponentCache(directory, mostBytes);
    }

    Optional<byte[]> get(Digest digest) {
        try {
            return open().filter(its -> its.has(digest)).map(its -> its.get(digest));
        } catch (StoreException e) {
            LOG.debug("not used: {}", e.getMessage());
            remove(digest);
            return Optional.empty();
        }
    }

    void put(Digest digest, byte[] bytes) {
        try {
            open(true).ifPresent(its -> its.put(digest, bytes));
            trim();
        } catch (StoreException e) {
            LOG.debug("not kept: {}", e.getMessage());
        }
    }

    /** All that is there, the latest first. */
    public List<BlobStore.Listed> list() {
        return open().map(BlobStore::list).orElse(List.of()).stream()
                .sorted(Comparator.comparing(BlobStore.Listed::written).reversed().thenComparing(BlobStore.Listed::digest))
                .toList();
    }

    /**
     * Deletes what was fetched before some moment.
     *
     * @return what was deleted
     */
    public List<BlobStore.Listed> clean(Instant before) {
        return open().map(store -> {
            store.removeUnfinished();
            return list().stream().filter(each -> each.written().isBefore(before) && store.remove(each.digest())).toList();
        }).orElse(List.of());
    }

    private void trim() {
        long kept = 0;
        var old = new ArrayList<Digest>();
        for (BlobStore.Listed each : list()) {
            kept += each.bytes();
            if (kept > mostBytes) {
                old.add(each.digest());
            }
        }
        old.forEach(this::remove);
    }

    private void remove(Digest digest) {
        try {
            // What this process put there is claimed by its own store: a new one claims nothing.
            open().ifPresent(its -> its.remove(digest));
        } catch (StoreException e) {
            LOG.debug("not removed: {}", e.getMessage());
        }
    }

    private Optional<BlobStore> open() {
        return open(false);
    }

    /** For its user alone: components may be nobody else's business. */
    private Optional<BlobStore> open(boolean make) {
        try {
            if (make && !Files.exists(directory)) {
                Path parent = directory.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                }
            }
        } catch (IOException e) {
            LOG.debug("no directory: {}", e.getMessage());
            return Optional.empty();
        }
        return make || Files.isDirectory(directory) ? Optional.of(new BlobStore(directory)) : Optional.empty();
    }
}
