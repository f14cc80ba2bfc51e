package dev.belay.platform.observe;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How long the steps took by which revisions are made ready to serve. Thread-safe. */
public final class StepTimes {
    /** Milliseconds: upper bounds of the buckets. */
    private static final long[] BOUNDS = {1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000};
    private static final double SECOND = 1e9;

    /** By the ordinal of the step. */
    private final Histogram[] times =
            Stream.generate(() -> new Histogram(nanos())).limit(Step.values().length).toArray(Histogram[]::new);

    /** What is done before a revision serves. */
    public enum Step {
        /** Its parts are composed; revisions of the same composition share it. */
        COMPOSE,
        /** The composition is checked, planned and linked. */
        LOAD,
        /** An instance is made or, with a health check, a request answered. */
        WARM
    }

    private static long[] nanos() {
        var nanos = new long[BOUNDS.length];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = TimeUnit.MILLISECONDS.toNanos(BOUNDS[i]);
        }
        return nanos;
    }

    /** Seconds: upper bounds of the buckets. */
    public static double[] bounds() {
        var seconds = new double[BOUNDS.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = TimeUnit.MILLISECONDS.toNanos(BOUNDS[i]) / SECOND;
        }
        return seconds;
    }

    /** Does a step; one that fails counts as well. */
    public <T> T time(Step step, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            times[step.ordinal()].add(System.nanoTime() - start);
        }
    }

    /** In nanoseconds. */
    public Histogram.Totals totals(Step step) {
        return times[step.ordinal()].totals();
    }
}
