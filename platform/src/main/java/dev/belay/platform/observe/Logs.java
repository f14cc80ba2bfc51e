package dev.belay.platform.observe;

import dev.belay.platform.trace.Tracer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The last lines of all applications. Each has room of its own, and a rate: who floods loses its own lines, nobody else's.
 * Thread-safe.
 */
public final class Logs {
    /** What a person, or a collector, still gets something out of. */
    private static final double LINES_PER_SECOND = 500;
    private static final int BURST = 1_000;
    private static final int MOST_CHARACTERS = 4_096;

    private final Map<String, Book> books = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();
    private final Consumer<LogLine> listener;

    /** @param listener is given each line that is kept, on the thread that wrote it; must not wait */
    public Logs(Consumer<LogLine> listener) {
        this.listener = listener;
    }

    private static final class Book {
        final LogRing ring = new LogRing();
        final Rate rate = new Rate(LINES_PER_SECOND, BURST);
        final AtomicLong dropped = new AtomicLong();
    }

    /** A line of the application, or about it, on the thread of the request that it belongs to. */
    public void write(String application, String revision, String source, String level, String text) {
        Book book = books.computeIfAbsent(application, _ -> new Book());
        if (!book.rate.tryTake()) {
            book.dropped.incrementAndGet();
            return;
        }
        String shown = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
        var line = new LogLine(
                sequence.incrementAndGet(), Instant.now(), application, revision, source, level, shown, Tracer.currentTrace());
        book.ring.add(line);
        listener.accept(line);
    }

    /**
     * Lines in their order.
     *
     * @param application empty for all
     * @param after the sequence of the last line that is known already
     * @param most of them: the last ones
     */
    public List<LogLine> lines(Optional<String> application, long after, int most) {
        List<LogLine> all = books.entrySet().stream()
                .filter(book -> application.isEmpty() || application.get().equals(book.getKey()))
                .flatMap(book -> book.getValue().ring.after(after).stream())
                .sorted(Comparator.comparingLong(LogLine::sequence))
                .toList();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /** How many lines of an application were dropped because there were too many. */
    public long dropped(String application) {
        return Optional.ofNullable(books.get(application)).map(book -> book.dropped.get()).orElse(0L);
    }

    public void forget(String application) {
        books.remove(application);
    }
}
