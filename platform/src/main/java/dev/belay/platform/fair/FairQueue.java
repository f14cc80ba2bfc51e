package dev.belay.platform.fair;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is next at the processors: start-time fair queueing of what tenants want to run.
 *
 * <p>So many run at a time. Each tenant has a time of its own, which goes on by what it ran divided by its share; when there is room,
 * the one whose time is least is next. Who has not asked for a while begins at the time of whoever was next last: nothing is saved up.
 * A tenant that has nothing running and is behind all others that wait does not wait for room: what runs cannot be stopped, and may
 * take long. So that it is behind such others, what runs is charged as it goes on ({@link #charge}): who runs for seconds would pass
 * for one who runs for a moment until it ends. A tenant is known here as long as it has something waiting: what it costs does not depend on how many others there are.
 * Not thread-safe; knows no clock.
 */
final class FairQueue {
    /** A first guess of how long something runs, until some have. */
    private static final double FIRST_GUESS = 1_000_000;
    /** How much of a guess is the last one that ran. */
    private static final double NEW = 0.125;

    /** The one that is furthest behind first. Those behind {@link #now} are as one: which of them is first makes no difference. */
    private static final Comparator<Line> ORDER = Comparator.comparingDouble((Line line) -> line.time).thenComparingLong(line -> line.number);

    private final int slots;
    /** Those that have something waiting. Their order must not change while they are in here. */
    private final TreeSet<Line> waiting = new TreeSet<>(ORDER);
    private final Set<Entry> running = new HashSet<>();
    private long opened;
    private double now;

    FairQueue(int slots) {
        this.slots = slots;
    }

    /** What a tenant has waiting, and how far it has come. */
    static final class Line {
        private final Deque<Entry> waiting = new ArrayDeque<>();
        private final long number;
        private double share;
        private double time;
        private double guess = FIRST_GUESS;
        private int running;

        private Line(long number, double share) {
            this.number = number;
            this.share = share;
        }

        void share(double next) {
            share = next;
        }

        int waiting() {
            return waiting.size();
        }

        int running() {
            return running;
        }
    }

    /** Something to run. */
    static final class Entry {
        private final Line line;
        private final Runnable whenNext;
        private double charged;
        private boolean begun;
        private OptionalLong since = OptionalLong.empty();

        private Entry(Line line, Runnable whenNext) {
            this.line = line;
            this.whenNext = whenNext;
        }

        boolean isBegun() {
            return begun;
        }

        /** From this moment on, of the clock that {@link FairQueue#charge} is told, it is charged as it runs. */
        void runsSince(long nanos) {
            since = OptionalLong.of(nanos);
        }
    }

    /** Nobody has to close it: what nobody holds any more is gone. */
    Line open(double share) {
        return new Line(opened++, share);
    }

    /** Begins something now, if its turn has come. */
    Optional<Entry> tryBegin(Line line) {
        if (!line.waiting.isEmpty() || !mayBegin(line)) {
            return Optional.empty();
        }
        var entry = new Entry(line, () -> {});
        begin(entry);
        return Optional.of(entry);
    }

    /**
     * Begins something when its turn comes, which may be now.
     *
     * @param whenNext is called when it comes later
     */
    Entry enter(Line line, Runnable whenNext) {
        var entry = new Entry(line, whenNext);
        line.waiting.add(entry);
        waiting.add(line);
        advance();
        return entry;
    }

    /** Begins it now, whosever turn it is. */
    void force(Entry entry) {
        if (!entry.begun) {
            remove(entry);
            begin(entry);
        }
    }

    /** It does not wait any more, and keeps nobody waiting. */
    void leave(Entry entry) {
        remove(entry);
        advance();
    }

    private void remove(Entry entry) {
        Line line = entry.line;
        line.waiting.remove(entry);
        if (line.waiting.isEmpty()) {
            waiting.remove(line);
        }
    }

    boolean isWaitedFor() {
        return !waiting.isEmpty();
    }

    /** What runs has run so far: those who are behind whoever runs it begin. */
    void charge(long nanos) {
        for (Entry entry : running) {
            long ran = entry.since.isPresent() ? nanos - entry.since.getAsLong() : 0;
            if (ran > entry.charged) {
                move(entry.line, entry.line.time + (ran - entry.charged) / entry.line.share);
                entry.charged = ran;
            }
        }
        advance();
    }

    /** @param ran how long it did, in nanoseconds */
    void end(Entry entry, long ran) {
        Line line = entry.line;
        running.remove(entry);
        line.running--;
        line.guess += (ran - line.guess) * NEW;
        move(line, line.time + (ran - entry.charged) / line.share);
        advance();
    }

    private boolean mayBegin(Line line) {
        return running.size() < slots && waiting.isEmpty() || line.running == 0 && isBehind(line);
    }

    private boolean isBehind(Line line) {
        return waiting.isEmpty() || start(line) <= start(waiting.first());
    }

    private double start(Line line) {
        return Math.max(now, line.time);
    }

    private void begin(Entry entry) {
        Line line = entry.line;
        now = start(line);
        entry.begun = true;
        entry.charged = line.guess;
        move(line, now + line.guess / line.share);
        line.running++;
        running.add(entry);
    }

    private void move(Line line, double time) {
        boolean waits = waiting.remove(line);
        line.time = time;
        if (waits) {
            waiting.add(line);
        }
    }

    private void advance() {
        Optional<Line> next = next();
        while (next.isPresent()) {
            Entry entry = next.get().waiting.getFirst();
            remove(entry);
            begin(entry);
            entry.whenNext.run();
            next = next();
        }
    }

    private Optional<Line> next() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.first()).filter(line -> running.size() < slots || line.running == 0);
    }
}
