package dev.belay.platform.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Files that are there whole or not at all, whatever ends the process. */
public final class Durable {
    private static final AtomicLong COUNT = new AtomicLong();
    /** Writing takes seconds. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final Pattern UNFINISHED = Pattern.compile("\\..+\\.[0-9]+\\.[0-9]+");

    private Durable() {}

    /**
     * Writes to a file beside the target, has it on disk, and puts it in the target's place.
     *
     * @param isPrivate whether nobody but the user may read it
     * @throws StoreException if that cannot be done
     */
    public static void write(Path target, byte[] bytes, boolean isPrivate) {
        Path partial = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + "." + COUNT.incrementAndGet());
        try {
            if (isPrivate && Files.getFileStore(directory(target)).supportsFileAttributeView("posix")) {
                Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                writeAll(channel, ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory(directory(target));
        } catch (IOException e) {
            throw failed(target, e);
        } finally {
            try {
                Files.deleteIfExists(partial);
            } catch (IOException _) {
                // It is beside the target, under a name that nothing looks for.
            }
        }
    }

    /**
     * @throws StoreException if it cannot be made
     */
    public static Path directories(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw failed(directory, e);
        }
    }

    /** Removes from a directory what processes that were killed had begun to write a while ago. */
    public static void removeUnfinished(Path directory) {
        FileTime before = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".*")) {
            for (Path file : files) {
                if (UNFINISHED.matcher(file.getFileName().toString()).matches()
                        && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).compareTo(before) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw failed(directory, new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw failed(directory, e);
        }
    }

    static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Has the names in a directory on disk. Where directories cannot be opened, the system sees to that itself. */
    public static void syncDirectory(Path directory) {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows.
        }
    }

    /** Where a file is. */
    public static Path directory(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** Says what is wrong in words of ours: a full disk is told by the system's message only. */
    public static StoreException failed(Path file, IOException e) {
        String reason = e instanceof FileSystemException its && its.getReason() != null ? its.getReason() : String.valueOf(e.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota exceeded") || lower.contains("not enough space")
                || lower.contains("file too large")) {
            return new StoreException(StoreException.Kind.DISK_FULL, file, "cannot be written: the disk is full", e);
        }
        return switch (e) {
            case NoSuchFileException _ -> new StoreException(StoreException.Kind.MISSING, file, "no such file", e);
            case AccessDeniedException _ ->
                new StoreException(StoreException.Kind.INACCESSIBLE, file, "permission denied", e);
            default -> new StoreException(StoreException.Kind.INACCESSIBLE, file, reason, e);
        };
    }
}
