package dev.belay.build.create;

import dev.belay.build.BuildException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes a project as a whole or not at all. */
public final class ProjectWriter {
    private static final String SCRIPT = "rwxr-xr-x";

    private ProjectWriter() {}

    /**
     * @param directory one that does not exist, or is empty
     * @throws BuildException if there is something there already
     */
    public static void write(List<ProjectFile> files, Path directory) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        refuseIfTaken(directory, target);
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new BuildException(directory + ": expected its parent to be a directory, found none");
        }
        Path partial = Files.createTempDirectory(parent, "." + target.getFileName() + ".");
        try {
            for (ProjectFile file : files) {
                write(partial, file);
            }
            restorePermissions(partial);
            Files.deleteIfExists(target); // an empty one
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            throw taken(directory, e);
        } finally {
            delete(partial);
        }
    }

    private static void write(Path root, ProjectFile file) throws IOException {
        Path path = root.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.text());
        if (file.executable() && Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(SCRIPT));
        }
    }

    /** Temporary directories are their maker's alone; this one is to be like any other. */
    private static void restorePermissions(Path partial) throws IOException {
        if (Files.getFileAttributeView(partial, PosixFileAttributeView.class) != null) {
            Path like = Files.createDirectory(partial.resolveSibling(partial.getFileName() + ".d"));
            Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(like));
            Files.delete(like);
        }
    }

    private static void refuseIfTaken(Path directory, Path target) throws IOException {
        if (!Files.exists(target, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(target, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> inside = Files.list(target)) {
                if (inside.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw taken(directory, null);
    }

    private static BuildException taken(Path directory, @org.jspecify.annotations.Nullable Throwable cause) {
        String message = directory + ": exists already; expected a directory that is empty, or none: nothing was written";
        return cause == null ? new BuildException(message) : new BuildException(message, cause);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
