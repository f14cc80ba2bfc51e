package dev.belay.runtime.internal.cache;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Whose a directory is. Code from a place that others can write to is theirs, and is not run. */
final class Ownership {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    /** On Linux, a directory that belongs to whom this process runs as. */
    private static final Path SELF = Path.of("/proc/self");

    private Ownership() {}

    /** Makes a directory, and those that it is in. */
    static void createPrivate(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        try {
            if (isPosix(directory)) {
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PRIVATE));
            } else {
                Files.createDirectories(directory);
            }
        } catch (FileAlreadyExistsException e) {
            throw new IOException("it is no directory", e);
        }
    }

    /** Why a directory is not to be trusted. */
    static Optional<String> objection(Path directory) throws IOException {
        var view = Files.getFileAttributeView(directory, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.empty()
                    : Optional.of("it is no directory");
        }
        PosixFileAttributes attributes = view.readAttributes();
        if (!attributes.isDirectory()) {
            return Optional.of("it is no directory");
        }
        if (attributes.permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
            return Optional.of("others may write to it");
        }
        return isOwn(directory, attributes) ? Optional.empty() : Optional.of("it is another user's");
    }

    private static boolean isOwn(Path directory, PosixFileAttributes attributes) throws IOException {
        return Files.isDirectory(SELF)
                ? Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                        .equals(Files.getAttribute(SELF, "unix:uid"))
                : attributes.owner().getName().equals(System.getProperty("user.name"));
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
