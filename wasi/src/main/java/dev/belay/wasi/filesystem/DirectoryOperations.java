package dev.belay.wasi.filesystem;

import static dev.belay.wasi.filesystem.FileOperations.self;

import dev.belay.runtime.value.VariantValue;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods of descriptors that take paths. */
final class DirectoryOperations {
    private DirectoryOperations() {}

    static void define(FilesystemInterfaces.Definitions to) {
        to.add("read-directory", (_, args) -> {
            if (!self(args).isDirectory()) {
                throw new FsException("not-directory");
            }
            return new DirectoryEntries(self(args).path(), self(args).budget());
        });
        to.add("create-directory-at", (_, args) -> {
            Files.createDirectory(self(args).toChange((String) args[1]));
            return null;
        });
        to.add("stat-at", (_, args) -> Attributes.stat(self(args).at((String) args[2], follows(args[1]))));
        to.add("metadata-hash-at", (_, args) -> Attributes.hash(self(args).at((String) args[2], follows(args[1]))));
        to.add("set-times-at", (context, args) -> {
            self(args).root().requireWritable();
            Path path = self(args).at((String) args[2], follows(args[1]));
            Attributes.setTimes(path, (VariantValue) args[3], (VariantValue) args[4], context.clock());
            return null;
        });
        to.add("link-at", (_, args) -> {
            if (follows(args[1])) {
                throw new FsException("invalid");
            }
            Path old = self(args).toChange((String) args[2]);
            Files.createLink(((Descriptor) args[3]).toChange((String) args[4]), old);
            return null;
        });
        to.add("open-at", (_, args) -> open(
                self(args), follows(args[1]), (String) args[2], strings(args[3]), strings(args[4])));
        to.add("readlink-at", (_, args) -> {
            Path link = self(args).at((String) args[1], false);
            if (!Files.isSymbolicLink(link)) {
                throw new FsException(Files.exists(link, LinkOption.NOFOLLOW_LINKS) ? "invalid" : "no-entry");
            }
            String target = Files.readSymbolicLink(link).toString();
            if (target.startsWith("/")) {
                throw new FsException("not-permitted");
            }
            return target;
        });
        to.add("remove-directory-at", (_, args) -> {
            Path path = self(args).toChange((String) args[1]);
            if (path.equals(self(args).root().top())) {
                throw new FsException("busy");
            }
            if (!Attributes.read(path).isDirectory()) {
                throw new FsException("not-directory");
            }
            Files.delete(path);
            return null;
        });
        to.add("unlink-file-at", (_, args) -> {
            Path path = self(args).toChange((String) args[1]);
            if (Attributes.read(path).isDirectory()) {
                throw new FsException("is-directory");
            }
            Files.delete(path);
            return null;
        });
        to.add("rename-at", (_, args) -> rename(
                self(args).toChange((String) args[1]), ((Descriptor) args[2]).toChange((String) args[3])));
        to.add("symlink-at", (_, args) -> {
            Root.requireRelative((String) args[1]);
            Path link = self(args).toChange((String) args[2]);
            Files.createSymbolicLink(link, Path.of((String) args[1]));
            return null;
        });
    }

    private static boolean follows(Object pathFlags) {
        return strings(pathFlags).contains("symlink-follow");
    }

    private static Set<String> strings(Object flags) {
        var set = new HashSet<String>();
        ((Set<?>) flags).forEach(flag -> set.add((String) flag));
        return set;
    }

    private static @Nullable Object rename(Path from, Path to) throws IOException {
        boolean directory = Attributes.read(from).isDirectory();
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            boolean overDirectory = Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS);
            if (directory != overDirectory) {
                throw new FsException(overDirectory ? "is-directory" : "not-directory");
            }
        }
        if (to.startsWith(from) && !to.equals(from)) {
            throw new FsException("invalid");
        }
        Files.move(from, to, new CopyOption[] {StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING});
        return null;
    }

    private static Descriptor open(
            Descriptor directory, boolean follow, String name, Set<String> openFlags, Set<String> flags)
            throws IOException {
        boolean create = openFlags.contains("create");
        boolean truncate = openFlags.contains("truncate");
        boolean write = flags.contains("write");
        if (create || truncate || write || flags.contains("mutate-directory")) {
            directory.root().requireWritable();
        }
        if ((create || truncate) && !directory.flags().contains("mutate-directory")) {
            throw new FsException("not-permitted");
        }
        Path path = directory.at(name, follow);
        boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        if (openFlags.contains("exclusive") && create && exists) {
            throw new FsException("exist");
        }
        if (exists && Files.isSymbolicLink(path)) {
            throw new FsException("loop");
        }
        if (exists && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            if (write || create || truncate) {
                throw new FsException("is-directory");
            }
            Set<String> its = new HashSet<>(Set.of("read"));
            if (directory.flags().contains("mutate-directory") && flags.contains("mutate-directory")) {
                its.addAll(Set.of("write", "mutate-directory"));
            }
            return Descriptor.directory(directory.root(), path, its, directory.budget());
        }
        if (openFlags.contains("directory")) {
            throw new FsException(exists ? "not-directory" : "no-entry");
        }
        if (name.endsWith("/")) {
            throw new FsException(exists ? "not-directory" : create ? "is-directory" : "no-entry");
        }
        return openFile(directory, path, openFlags, flags);
    }

    private static Descriptor openFile(Descriptor directory, Path path, Set<String> openFlags, Set<String> flags)
            throws IOException {
        boolean create = openFlags.contains("create");
        boolean write = flags.contains("write") || create || openFlags.contains("truncate");
        Set<OpenOption> options = new HashSet<>(Set.of(LinkOption.NOFOLLOW_LINKS));
        if (flags.contains("read") || !write) {
            options.add(StandardOpenOption.READ);
        }
        if (write) {
            options.add(StandardOpenOption.WRITE);
        }
        if (openFlags.contains("truncate")) {
            options.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        if (create) {
            options.add(openFlags.contains("exclusive") ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
        }
        if (flags.contains("file-integrity-sync")) {
            options.add(StandardOpenOption.SYNC);
        } else if (flags.contains("data-integrity-sync")) {
            options.add(StandardOpenOption.DSYNC);
        }
        directory.budget().take();
        try {
            return Descriptor.file(directory.root(), path, flags, FileChannel.open(path, options), directory.budget());
        } catch (IOException | RuntimeException e) {
            directory.budget().release();
            throw e;
        }
    }
}
