package dev.belay.platform.console;

import dev.belay.platform.observe.Tally;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.Revision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what is counted, on one timer whoever looks at the pages. Applications that have nothing to do take no room.
 * Thread-safe.
 */
final class Sampler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);
    private static final long EVERY_MILLIS = 2_000;

    private final Platform platform;
    private final Series all = new Series();
    private final Map<String, Series> series = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("console-sampler").factory());
    private Map<Revision, Tally.Totals> before = new HashMap<>();
    private long last;

    /** @param now nanoseconds that never go back */
    Sampler(Platform platform, long now) {
        this.platform = platform;
        this.last = now;
        platform.applications().values().stream().flatMap(Sampler::revisions).forEach(its -> note(before, its));
    }

    void start() {
        clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            take(System.nanoTime());
        } catch (RuntimeException e) {
            // Thrown on, it would end the timer.
            LOG.error("sampling failed", e);
        }
    }

    synchronized void take(long now) {
        double seconds = Math.max(1, now - last) / 1e9;
        last = now;
        Map<String, Application> running = platform.applications();
        var next = new HashMap<Revision, Tally.Totals>();
        var sum = new Window();
        running.forEach((name, application) -> {
            var window = new Window();
            revisions(application).forEach(revision -> note(next, revision).ifPresent(totals -> Optional.ofNullable(before.get(revision))
                    .ifPresentOrElse(its -> window.add(totals, its), () -> window.addAll(totals))));
            sum.add(window);
            keep(name, window.over(seconds));
        });
        before = next;
        all.add(sum.over(seconds));
        series.keySet().retainAll(running.keySet());
    }

    private void keep(String name, Sample sample) {
        Series its = series.get(name);
        if (its == null) {
            if (!sample.isNothing()) {
                series.computeIfAbsent(name, _ -> new Series()).add(sample);
            }
            return;
        }
        its.add(sample);
        if (sample.isNothing() && its.isIdle()) {
            series.remove(name);
        }
    }

    /** Those that never had anything to do are left out. */
    private static Optional<Tally.Totals> note(Map<Revision, Tally.Totals> into, Revision revision) {
        Tally.Totals totals = revision.tally().totals();
        if (totals.requests() == 0) {
            return Optional.empty();
        }
        into.put(revision, totals);
        return Optional.of(totals);
    }

    private static Stream<Revision> revisions(Application application) {
        return Stream.concat(Stream.of(application.serving().current()), application.serving().kept().stream());
    }

    /** Of all applications together. */
    List<Sample> samples() {
        return all.samples();
    }

    List<Sample> samples(String application) {
        return Optional.ofNullable(series.get(application)).map(Series::samples).orElse(List.of());
    }

    Sample last(String application) {
        return Optional.ofNullable(series.get(application)).map(Series::last).orElse(Sample.NOTHING);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
