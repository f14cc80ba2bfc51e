package dev.belay.wasi.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A preopened directory, and how paths are followed in it. */
final class Root {
    /** As many links as Linux follows. */
    private static final int MAX_LINKS = 40;
    /** In UTF-16 units; no system takes longer paths. */
    private static final int MAX_PATH = 4096;
    /** More of them in one path are no path that anybody means. */
    private static final int MAX_NAMES = 1024;

    private final Path top;
    private final boolean writable;

    Root(Preopen preopen) throws IOException {
        this.top = preopen.host().toRealPath();
        this.writable = preopen.writable();
    }

    Path top() {
        return top;
    }

    boolean writable() {
        return writable;
    }

    void requireWritable() {
        if (!writable) {
            throw new FsException("read-only");
        }
    }

    /**
     * The place of {@code path}, which is at or below {@code from}. Everything but the last name exists and is a directory; the last
     * name is no link, unless links are not to be followed there.
     *
     * @param followLast whether to follow a link that the path ends in
     * @throws FsException if the path leads out, or nowhere
     */
    Path follow(Path from, String path, boolean followLast) {
        requirePlain(path);
        boolean directory = path.endsWith("/");
        Deque<String> names = new ArrayDeque<>();
        push(names, path);
        Path at = from;
        int links = 0;
        while (!names.isEmpty()) {
            String name = names.pop();
            if (name.equals("..")) {
                if (at.equals(from)) {
                    throw new FsException("not-permitted");
                }
                at = java.util.Objects.requireNonNull(at.getParent());
                continue;
            }
            Path next = at.resolve(name);
            boolean last = names.isEmpty();
            if (Files.isSymbolicLink(next) && (!last || followLast || directory)) {
                if (++links > MAX_LINKS) {
                    throw new FsException("loop");
                }
                push(names, target(next));
                continue;
            }
            if (!last && !Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
                throw new FsException(Files.exists(next, LinkOption.NOFOLLOW_LINKS) ? "not-directory" : "no-entry");
            }
            at = next;
        }
        if (directory && Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
            throw new FsException("not-directory");
        }
        return at;
    }

    /** What a guest may write into a link: nothing absolute. Where it leads is looked at when it is followed. */
    static void requireRelative(String target) {
        requirePlain(target);
    }

    private static void requirePlain(String path) {
        if (path.isEmpty()) {
            throw new FsException("no-entry");
        }
        if (path.indexOf('\0') >= 0) {
            throw new FsException("illegal-byte-sequence");
        }
        if (path.length() > MAX_PATH) {
            throw new FsException("name-too-long");
        }
        if (path.startsWith("/")) {
            throw new FsException("not-permitted");
        }
    }

    private static String target(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString();
            requirePlain(target);
            return target;
        } catch (IOException e) {
            throw FsException.of(e);
        }
    }

    private static void push(Deque<String> names, String path) {
        String[] parts = path.split("/");
        if (names.size() + parts.length > MAX_NAMES) {
            throw new FsException("name-too-long");
        }
        for (int i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty() && !parts[i].equals(".")) {
                names.push(parts[i]);
            }
        }
    }
}
