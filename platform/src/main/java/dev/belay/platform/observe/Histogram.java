package dev.belay.platform.observe;

import java.util.concurrent.atomic.LongAdder;

/** Counts values by bounds. Thread-safe, without locks. */
public final class Histogram {
    private final long[] bounds;
    private final LongAdder[] counts;
    private final LongAdder sum = new LongAdder();

    /** @param bounds of the buckets, each counting what is up to it, rising; one bucket more is for what is above the last */
    public Histogram(long... bounds) {
        this.bounds = bounds.clone();
        this.counts = new LongAdder[bounds.length + 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    public void add(long value) {
        int bucket = 0;
        while (bucket < bounds.length && value > bounds[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        sum.add(value);
    }

    /**
     * What was counted so far.
     *
     * @param counts of each bucket alone, the last one for what is above all bounds
     * @param sum of the values
     */
    public record Totals(long[] counts, long sum) {}

    public Totals totals() {
        var sums = new long[counts.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i].sum();
        }
        return new Totals(sums, sum.sum());
    }
}
