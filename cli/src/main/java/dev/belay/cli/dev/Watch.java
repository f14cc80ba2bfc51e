package dev.belay.cli.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Waits until files change. What the system tells only wakes it: looking at the files says what has changed. So events that got
 * lost, came twice or for nothing, and directories that came meanwhile, need no care of their own.
 */
final class Watch implements AutoCloseable {
    /** An editor writes a file in several steps, and version control many files: when nothing came for so long, that is over. */
    private static final Duration QUIET = Duration.ofMillis(50);
    /** Something that is written all the time does not put off a build for longer. */
    private static final Duration LONGEST = Duration.ofSeconds(2);
    /** How often to look where the system does not tell. */
    private static final Duration POLL = Duration.ofMillis(500);

    private final SourceTree tree;
    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    /** Whether the system has no room for one more directory. */
    private boolean full;

    private Watch(SourceTree tree, WatchService service) {
        this.tree = tree;
        this.service = service;
    }

    static Watch on(SourceTree tree) {
        try {
            Path anywhere = Path.of("");
            return new Watch(tree, anywhere.getFileSystem().newWatchService());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it is now. */
    Snapshot look(Snapshot before) {
        for (;;) {
            Snapshot now = tree.look(before);
            // A file can come between looking into a directory and being told of it, so that new ones are looked into again.
            if (!register(now.directories())) {
                return now;
            }
        }
    }

    /**
     * Waits until something is different, and no more comes.
     *
     * @throws ClosedWatchServiceException if it is closed
     */
    Snapshot awaitChange(Snapshot before) throws InterruptedException {
        for (;;) {
            settle();
            Snapshot now = look(before);
            if (!now.changesSince(before).isEmpty()) {
                return now;
            }
            await(full || tree.isIncomplete() ? POLL : Duration.ofDays(1));
        }
    }

    private boolean await(Duration most) throws InterruptedException {
        WatchKey key = service.poll(most.toNanos(), TimeUnit.NANOSECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        key.reset();
        return true;
    }

    /** Waits, if something comes, until nothing does. */
    private void settle() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        boolean more = await(Duration.ZERO);
        while (more && System.nanoTime() < end) {
            more = await(QUIET);
        }
    }

    /** @return whether a directory is new */
    private boolean register(Set<Path> directories) {
        keys.entrySet().removeIf(each -> {
            boolean gone = !directories.contains(each.getKey()) || !each.getValue().isValid();
            if (gone) {
                each.getValue().cancel();
            }
            return gone;
        });
        boolean found = false;
        for (Path directory : directories) {
            if (!keys.containsKey(directory)) {
                found |= register(directory);
            }
        }
        return found;
    }

    private boolean register(Path directory) {
        try {
            keys.put(
                    directory,
                    directory.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
            return true;
        } catch (NoSuchFileException | NotDirectoryException _) {
            return false; // gone again
        } catch (IOException _) {
            full = true; // or out of reach: looked at every now and then
            return false;
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
