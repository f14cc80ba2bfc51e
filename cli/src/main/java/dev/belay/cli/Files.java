package dev.belay.cli;

import dev.belay.component.model.Bytes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Whole files in and out; {@code -} is stdin or stdout. */
final class Files {
    static final String STANDARD = "-";
    /** No toolchain makes components near this size. */
    private static final int MAX_BYTES = 256 << 20;
    /** Written at once: Java copies that much to hand it to the system. */
    private static final int CHUNK_BYTES = 1 << 20;
    private static final String REFERENCE = "oci://";
    private static final String TOO_LARGE = ": too large: expected at most 256 MiB";

    private Files() {}

    /**
     * @throws Failure if the file cannot be read, or is larger than 256 MiB
     */
    static byte[] read(String file, Streams streams) {
        try {
            if (file.equals(STANDARD)) {
                return readAll("stdin", streams.in());
            }
            if (file.startsWith(REFERENCE)) {
                throw new Failure(file + ": expected a file, found a reference: fetch it with `belay pull`");
            }
            Path path = Path.of(file);
            if (java.nio.file.Files.isDirectory(path)) {
                throw new Failure(file + ": expected a file, found a directory");
            }
            if (java.nio.file.Files.exists(path) && java.nio.file.Files.size(path) > MAX_BYTES) {
                throw new Failure(file + TOO_LARGE);
            }
            try (var in = java.nio.file.Files.newInputStream(path)) {
                return readAll(file, in);
            }
        } catch (java.nio.file.InvalidPathException e) {
            throw new Failure(file + ": no valid file name: " + e.getReason());
        } catch (IOException e) {
            throw new Failure(describe(e));
        }
    }

    /**
     * Writes all or nothing: to a file beside the target, which then takes the target's place.
     *
     * @throws Failure if that cannot be done
     */
    static void write(String file, byte[] bytes, Streams streams) {
        write(file, Bytes.of(bytes), streams);
    }

    /** Does the same with bytes that need not be copied for it. */
    static void write(String file, Bytes bytes, Streams streams) {
        try {
            if (file.equals(STANDARD)) {
                streams.out().write(bytes.array(), bytes.offset(), bytes.size());
                streams.out().flush();
                return;
            }
            Path target = Path.of(file).toAbsolutePath();
            if (java.nio.file.Files.isDirectory(target)) {
                throw new Failure(file + ": expected the name of a file to write, found a directory");
            }
            if (java.nio.file.Files.exists(target) && !java.nio.file.Files.isRegularFile(target)) {
                writeAll(target, bytes);
                return;
            }
            replace(file, java.nio.file.Files.exists(target) ? target.toRealPath() : target, bytes);
        } catch (java.nio.file.InvalidPathException e) {
            throw new Failure(file + ": no valid file name: " + e.getReason());
        } catch (IOException e) {
            throw new Failure(describe(e));
        }
    }

    /** A link keeps pointing to the file that it points to, and a file keeps its permissions. */
    private static void replace(String file, Path target, Bytes bytes) throws IOException {
        Path partial = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
        boolean created = false;
        try {
            java.nio.file.Files.createFile(partial);
            created = true;
            writeAll(partial, bytes);
            if (java.nio.file.Files.exists(target)) {
                keepPermissions(target, partial);
            }
            java.nio.file.Files.move(
                    partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException _) {
            throw new Failure(file + ": cannot be written: no such directory " + target.getParent());
        } catch (AccessDeniedException _) {
            throw new Failure(file + ": cannot be written: permission denied in " + target.getParent());
        } finally {
            if (created) {
                java.nio.file.Files.deleteIfExists(partial);
            }
        }
    }

    private static void writeAll(Path path, Bytes bytes) throws IOException {
        try (var out = java.nio.file.Files.newOutputStream(path)) {
            for (int at = 0; at < bytes.size(); at += CHUNK_BYTES) {
                out.write(bytes.array(), bytes.offset() + at, Math.min(CHUNK_BYTES, bytes.size() - at));
            }
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        var its = java.nio.file.Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var other = java.nio.file.Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (its != null && other != null) {
            other.setPermissions(its.readAttributes().permissions());
        }
    }

    static String describe(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": no such file or directory";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileAlreadyExistsException exists -> exists.getFile() + ": exists already";
            case FileSystemException other -> ErrorReport.message(other);
            case FileNotFoundException missing -> ErrorReport.message(missing);
            default -> ErrorReport.message(e);
        };
    }

    private static byte[] readAll(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new Failure(name + TOO_LARGE);
        }
        return bytes;
    }
}
