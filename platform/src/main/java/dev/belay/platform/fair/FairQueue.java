package dev.belay.platform.fair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Who is next at the processors: start-time fair queueing of what tenants want to run.
 *
 * <p>So many run at a time. Each tenant has a time of its own, which goes on by what it ran divided by its share; when there is room,
 * the one whose time is least is next. Who has not asked for a while begins at the time of whoever was next last: nothing is saved up.
 * A tenant that has nothing running and is behind all others that wait does not wait for room: what runs cannot be stopped, and may
 * take long. Not thread-safe; knows no clock.
 */
final class FairQueue {
    /** A first guess of how long something runs, until some have. */
    private static final double FIRST_GUESS = 1_000_000;
    /** How much of a guess is the last one that ran. */
    private static final double NEW = 0.125;

    private final int slots;
    private final List<Line> lines = new ArrayList<>();
    private double now;
    private int running;

    FairQueue(int slots) {
        this.slots = slots;
    }

    /** What a tenant has waiting, and how far it has come. */
    static final class Line {
        private final Deque<Entry> waiting = new ArrayDeque<>();
        private double share;
        private double time;
        private double guess = FIRST_GUESS;
        private int running;

        private Line(double share) {
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

        private Entry(Line line, Runnable whenNext) {
            this.line = line;
            this.whenNext = whenNext;
        }

        boolean isBegun() {
            return begun;
        }
    }

    Line open(double share) {
        var line = new Line(share);
        lines.add(line);
        return line;
    }

    /** What is under way of it ends as usual. */
    void close(Line line) {
        lines.remove(line);
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
        advance();
        return entry;
    }

    /** Begins it now, whosever turn it is. */
    void force(Entry entry) {
        if (!entry.begun) {
            entry.line.waiting.remove(entry);
            begin(entry);
        }
    }

    /** It does not wait any more. */
    void leave(Entry entry) {
        entry.line.waiting.remove(entry);
    }

    /** @param ran how long it did, in nanoseconds */
    void end(Entry entry, long ran) {
        Line line = entry.line;
        running--;
        line.running--;
        line.time += (ran - entry.charged) / line.share;
        line.guess += (ran - line.guess) * NEW;
        advance();
    }

    private boolean mayBegin(Line line) {
        return running < slots && lines.stream().allMatch(other -> other.waiting.isEmpty()) || line.running == 0 && isBehind(line);
    }

    private boolean isBehind(Line line) {
        return lines.stream().noneMatch(other -> other != line && !other.waiting.isEmpty() && start(other) < start(line));
    }

    private double start(Line line) {
        return Math.max(now, line.time);
    }

    private void begin(Entry entry) {
        Line line = entry.line;
        double start = start(line);
        now = start;
        entry.begun = true;
        entry.charged = line.guess;
        line.time = start + line.guess / line.share;
        line.running++;
        running++;
    }

    private void advance() {
        Optional<Line> next = next();
        while (next.isPresent()) {
            Entry entry = next.get().waiting.removeFirst();
            begin(entry);
            entry.whenNext.run();
            next = next();
        }
    }

    private Optional<Line> next() {
        Line least = null;
        for (Line line : lines) {
            if (!line.waiting.isEmpty() && (least == null || start(line) < start(least))) {
                least = line;
            }
        }
        return Optional.ofNullable(least).filter(line -> running < slots || line.running == 0);
    }
}
