package dev.belay.platform.journal;

import dev.belay.platform.spec.SpecJson;
import dev.belay.platform.spec.StackSpec;
import dev.belay.platform.store.Durable;
import dev.belay.platform.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes in a file, each on disk when {@link #append} returns. When it is opened, a file that has become long is replaced by
 * one that begins with the sum of what is in it. Thread-safe.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int MOST_RECORDS = 1_000;
    private static final long MOST_BYTES = 64L << 20;
    /** Of the history, which is for people. */
    private static final int MOST_SUMMARIES = 1_000;

    private final Path file;
    private final FileChannel channel;
    private final Deque<Change.Summary> history = new ArrayDeque<>();
    private DesiredState state = DesiredState.empty();
    private long end;
    private boolean failed;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @throws StoreException if it cannot be read, or is not as it was written
     */
    public static Journal open(Path file) {
        byte[] bytes = bytes(file);
        Records.Read read = Records.read(bytes);
        if (read.good() < bytes.length) {
            refuseCorrupt(file, bytes, read.good());
            LOG.warn("{}: the last {} bytes are of a change that was never completed, and are left out",
                    file, bytes.length - read.good());
        }
        List<Change> changes = read.contents().stream().map(content -> change(file, content)).toList();
        DesiredState state = changes.stream().reduce(DesiredState.empty(), DesiredState::after, (_, last) -> last);
        boolean isLong = changes.size() > MOST_RECORDS || changes.size() > 1 && bytes.length > MOST_BYTES;
        if (isLong) {
            Durable.write(file, Records.frame(SpecJson.bytes(state.whole(Instant.now()))).array(), true);
        }
        try {
            Durable.directories(Durable.directory(file));
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                var journal = new Journal(file, channel);
                journal.state = state;
                journal.end = isLong ? channel.size() : read.good();
                channel.truncate(journal.end);
                channel.force(true);
                Durable.syncDirectory(Durable.directory(file));
                changes.stream().map(Change::summary).forEach(journal::remember);
                return journal;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw Durable.failed(file, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return new byte[0];
        } catch (IOException e) {
            throw Durable.failed(file, e);
        }
    }

    private static void refuseCorrupt(Path file, byte[] bytes, int good) {
        if (Records.hasRecordBehind(bytes, good)) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    file,
                    "the change at byte " + good + " is not as it was written, though others follow it: restore the file from a"
                            + " backup, or move it away and apply the manifest anew");
        }
    }

    private static Change change(Path file, byte[] content) {
        try {
            return SpecJson.read(content, Change.class);
        } catch (IllegalArgumentException e) {
            throw new StoreException(StoreException.Kind.CORRUPT, file, "holds a change that cannot be read: " + e.getMessage(), e);
        }
    }

    public synchronized DesiredState state() {
        return state;
    }

    /** The last changes, the newest first. */
    public synchronized List<Change.Summary> history() {
        return List.copyOf(history);
    }

    /**
     * Makes a change, which is on disk when this returns.
     *
     * @throws StoreException if it is not; nothing has changed then
     */
    public synchronized Change append(
            String action,
            String note,
            Map<String, ApplicationState> applications,
            List<String> removed,
            Map<String, StackSpec> stacks) {
        if (failed) {
            throw new StoreException(
                    StoreException.Kind.INACCESSIBLE, file, "writing failed before, and what is on disk is not known: restart the host");
        }
        var change = new Change(state.sequence() + 1, Instant.now(), action, note, false, applications, removed, stacks);
        ByteBuffer record = Records.frame(SpecJson.bytes(change));
        int size = record.remaining();
        try {
            channel.position(end);
            while (record.hasRemaining()) {
                channel.write(record);
            }
            channel.force(true);
        } catch (IOException e) {
            forget(e);
            throw Durable.failed(file, e);
        }
        end += size;
        state = state.after(change);
        remember(change.summary());
        return change;
    }

    /** Takes back what was written of a change that failed. */
    private void forget(IOException why) {
        try {
            channel.truncate(end);
            channel.force(true);
        } catch (IOException e) {
            why.addSuppressed(e);
            failed = true;
        }
    }

    private void remember(Change.Summary summary) {
        history.addFirst(summary);
        if (history.size() > MOST_SUMMARIES) {
            history.removeLast();
        }
    }

    /**
     * What was desired after a change.
     *
     * @return empty if there was no such change, or it is so long ago that it is not known any more
     */
    public synchronized Optional<DesiredState> stateAt(long sequence) {
        var at = DesiredState.empty();
        for (byte[] content : Records.read(bytes(file)).contents()) {
            at = at.after(change(file, content));
            if (at.sequence() == sequence) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /**
     * All that is named by the state after the last changes, and by as many states before it as are asked for.
     *
     * @throws StoreException if the file cannot be read
     */
    public Named named(int changes) {
        long whole;
        long last;
        synchronized (this) {
            whole = end;
            last = state.sequence();
        }
        byte[] bytes = bytes(file);
        var since = new ArrayList<Change>();
        var at = DesiredState.empty();
        for (byte[] content : Records.read(Arrays.copyOf(bytes, (int) Math.min(whole, bytes.length))).contents()) {
            Change change = change(file, content);
            at = at.after(change);
            if (change.sequence() == last - changes || change.whole() && change.sequence() > last - changes) {
                since.clear();
                since.add(at.whole(change.at()));
            } else if (change.sequence() > last - changes) {
                since.add(change);
            }
        }
        return Named.by(since);
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("{} did not close cleanly", file, e);
        }
    }
}
