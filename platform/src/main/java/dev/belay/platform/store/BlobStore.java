package dev.belay.platform.store;

import dev.belay.platform.spec.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Bytes in a directory, each in a file that is called by their digest. Thread-safe. */
public final class BlobStore implements BlobSource {
    /** The most that an operator may send as one: components with a whole language's runtime in them have a tenth of it. */
    public static final int MOST_BYTES = 256 << 20;

    private static final int FAN_OUT = 2;

    /** Listing ends there, rather than fill memory. */
    private static final int MOST_LISTED = 1_000_000;

    private static final String INCOMING = "incoming";

    private final Path directory;
    private final Claims claims;

    /**
     * @throws StoreException if the directory cannot be made
     */
    public BlobStore(Path directory) {
        this(directory, System::nanoTime);
    }

    BlobStore(Path directory, LongSupplier nanos) {
        this.directory = Durable.directories(directory);
        this.claims = new Claims(nanos);
        removeIncoming();
    }

    /** Of a process that was killed. */
    private void removeIncoming() {
        Path incoming = directory.resolve(INCOMING);
        try (Stream<Path> files = Files.isDirectory(incoming) ? Files.list(incoming) : Stream.empty()) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw Durable.failed(incoming, e);
        }
    }

    /**
     * A directory for bytes that are on their way here. It is empty when a store is opened.
     *
     * @throws StoreException if it cannot be made
     */
    public Path incoming() {
        return Durable.directories(directory.resolve(INCOMING));
    }

    /** Bytes that are there. */
    public record Listed(Digest digest, long bytes, Instant written) {}

    /**
     * Keeps some bytes: they are on disk when this returns, and claimed.
     *
     * @throws StoreException if they cannot be written
     */
    public Digest put(byte[] bytes) {
        Digest digest = Digest.of(bytes);
        put(digest, bytes);
        return digest;
    }

    /** @param digest of {@code bytes}, which is taken for granted */
    public void put(Digest digest, byte[] bytes) {
        Path file = file(digest);
        claim(digest);
        if (isWhole(file, bytes.length)) {
            return;
        }
        Durable.directories(file.resolveSibling(""));
        Durable.write(file, bytes, false);
    }

    /** Whether there is something by that name; what it holds is looked at when it is read. */
    public boolean has(Digest digest) {
        return Files.isRegularFile(file(digest));
    }

    /**
     * @throws StoreException if there are none, or not those that were put
     */
    @Override
    public byte[] get(Digest digest) {
        Path file = file(digest);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new StoreException(
                    StoreException.Kind.MISSING, file, "its bytes are not in the store, or not any more: apply a manifest that has them", e);
        } catch (IOException e) {
            throw Durable.failed(file, e);
        }
        if (!Digest.of(bytes).equals(digest)) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    file,
                    "expected bytes of the SHA-256 " + digest + ", found others; remove the file and apply again");
        }
        return bytes;
    }

    /** As {@link #has}; what is there is not removed within an hour, so that whoever asks can rely on it. */
    public synchronized boolean claim(Digest digest) {
        claims.add(digest);
        return has(digest);
    }

    public synchronized boolean isClaimed(Digest digest) {
        return claims.has(digest);
    }

    public synchronized void forgetOldClaims() {
        claims.forgetOld();
    }

    /**
     * Removes bytes that nobody needs, unless somebody claimed them.
     *
     * @return whether that was done
     * @throws StoreException if it cannot be
     */
    public synchronized boolean remove(Digest digest) {
        try {
            return !claims.has(digest) && Files.deleteIfExists(file(digest));
        } catch (IOException e) {
            throw Durable.failed(file(digest), e);
        }
    }

    /**
     * All that is there, in no order.
     *
     * @throws StoreException if the directory cannot be read
     */
    public List<Listed> list() {
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files.flatMap(file -> listed(file).stream()).limit(MOST_LISTED).toList();
        } catch (UncheckedIOException e) {
            throw Durable.failed(directory, new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw Durable.failed(directory, e);
        }
    }

    /** Removes what processes that were killed had begun to write. */
    public void removeUnfinished() {
        try (Stream<Path> directories = Files.list(directory)) {
            directories.filter(Files::isDirectory).forEach(Durable::removeUnfinished);
        } catch (IOException e) {
            throw Durable.failed(directory, e);
        }
    }

    private static Optional<Listed> listed(Path file) {
        try {
            var digest = new Digest(String.valueOf(file.getFileName()));
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? Optional.of(new Listed(digest, attributes.size(), attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException _) {
            return Optional.empty(); // Nothing of ours, or gone meanwhile.
        }
    }

    private static boolean isWhole(Path file, long size) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == size;
        } catch (IOException _) {
            return false;
        }
    }

    private Path file(Digest digest) {
        return directory.resolve(digest.hex().substring(0, FAN_OUT)).resolve(digest.hex());
    }
}
