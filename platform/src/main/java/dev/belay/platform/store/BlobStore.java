package dev.belay.platform.store;

import dev.belay.platform.spec.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes in a directory, each in a file that is called by their digest. Thread-safe. */
public final class BlobStore implements BlobSource {
    private static final int FAN_OUT = 2;

    private final Path directory;

    /**
     * @throws StoreException if the directory cannot be made
     */
    public BlobStore(Path directory) {
        this.directory = Durable.directories(directory);
    }

    /**
     * Keeps some bytes: they are on disk when this returns.
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
