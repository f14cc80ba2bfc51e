package dev.belay.wasi.filesystem;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The resource {@code descriptor}: an open directory, or an open file with its channel. */
final class Descriptor {
    private final Root root;
    private final Path path;
    private final Set<String> flags;
    private final @Nullable FileChannel channel;
    private final OpenFiles budget;

    private Descriptor(Root root, Path path, Set<String> flags, @Nullable FileChannel channel, OpenFiles budget) {
        this.root = root;
        this.path = path;
        this.flags = Set.copyOf(flags);
        this.channel = channel;
        this.budget = budget;
    }

    static Descriptor directory(Root root, Path path, Set<String> flags, OpenFiles budget) {
        return new Descriptor(root, path, flags, null, budget);
    }

    static Descriptor file(Root root, Path path, Set<String> flags, FileChannel channel, OpenFiles budget) {
        return new Descriptor(root, path, flags, channel, budget);
    }

    Root root() {
        return root;
    }

    Path path() {
        return path;
    }

    /** Labels of {@code descriptor-flags}. */
    Set<String> flags() {
        return flags;
    }

    OpenFiles budget() {
        return budget;
    }

    boolean isDirectory() {
        return channel == null;
    }

    /**
     * @throws FsException if this is a directory
     */
    FileChannel channel() {
        if (channel == null) {
            throw new FsException("is-directory");
        }
        return channel;
    }

    FileChannel readable() {
        if (channel != null && !flags.contains("read")) {
            throw new FsException("bad-descriptor");
        }
        return channel();
    }

    FileChannel writable() {
        if (channel != null && !flags.contains("write")) {
            throw new FsException("bad-descriptor");
        }
        return channel();
    }

    /** The place of a path in this directory. */
    Path at(String name, boolean followLast) {
        if (!isDirectory()) {
            throw new FsException("not-directory");
        }
        return root.follow(path, name, followLast);
    }

    /** The place of a path in this directory that is to be changed. */
    Path toChange(String name) {
        root.requireWritable();
        if (!flags.contains("mutate-directory")) {
            throw new FsException("not-permitted");
        }
        return at(name, false);
    }

    void close() {
        if (channel != null) {
            budget.release();
            try {
                channel.close();
            } catch (java.io.IOException _) {
                // the guest has let go of it: there is nobody left to tell
            }
        }
    }
}
