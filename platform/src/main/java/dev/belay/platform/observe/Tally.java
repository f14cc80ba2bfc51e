package dev.belay.platform.observe;

import dev.belay.runtime.Trap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how the requests or messages of one revision ended. Made small: there may be ten thousand of them. Thread-safe. */
public final class Tally {
    /** Seconds: upper bounds of the histogram's buckets. */
    public static final double[] BOUNDS = {
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };

    private static final int CLASSES = 6;

    private final Histogram times = new Histogram(nanos());
    private final LongAdder[] classes = adders(CLASSES);
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Map<Trap.Kind, LongAdder> traps = new ConcurrentHashMap<>();

    private static long[] nanos() {
        var nanos = new long[BOUNDS.length];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = Math.round(BOUNDS[i] * 1e9);
        }
        return nanos;
    }

    private static LongAdder[] adders(int count) {
        var adders = new LongAdder[count];
        for (int i = 0; i < count; i++) {
            adders[i] = new LongAdder();
        }
        return adders;
    }

    /**
     * @param status that was sent; 0 for none, and for messages
     * @param failure whether it is the application's, or the host's, that it did not succeed
     */
    public void ended(int status, boolean failure, Optional<Trap.Kind> trap, long took) {
        times.add(took);
        classes[status / 100 % CLASSES].increment();
        if (failure) {
            failed.increment();
        }
        if (trap.isPresent()) {
            traps.computeIfAbsent(trap.get(), _ -> new LongAdder()).increment();
        }
    }

    /** There was no room. */
    public void refused() {
        refused.increment();
    }

    /**
     * @param buckets of {@link #BOUNDS}, and one for what took longer
     * @param classes by the first digit of the status; none at 0
     */
    public record Totals(
            long[] buckets, double seconds, long[] classes, long refused, long failed, Map<Trap.Kind, Long> traps) {
        public long requests() {
            long sum = 0;
            for (long each : buckets) {
                sum += each;
            }
            return sum;
        }

        /** What was counted since. */
        public Totals minus(Totals before) {
            var more = new TreeMap<>(traps);
            before.traps().forEach((kind, count) -> more.merge(kind, -count, Long::sum));
            return new Totals(
                    difference(buckets, before.buckets()), seconds - before.seconds(), difference(classes, before.classes()),
                    refused - before.refused(), failed - before.failed(), more);
        }

        private static long[] difference(long[] after, long[] before) {
            var difference = new long[after.length];
            for (int i = 0; i < after.length; i++) {
                difference[i] = after[i] - before[i];
            }
            return difference;
        }

        /** The upper bound of the bucket that so much of all is in or below; 0 if there was nothing. */
        public double quantile(double share) {
            long wanted = (long) Math.ceil(requests() * share);
            long seen = 0;
            for (int i = 0; i < buckets.length; i++) {
                seen += buckets[i];
                if (seen >= wanted && seen > 0) {
                    return i < BOUNDS.length ? BOUNDS[i] : Double.POSITIVE_INFINITY;
                }
            }
            return 0;
        }
    }

    public Totals totals() {
        var kinds = new TreeMap<Trap.Kind, Long>();
        traps.forEach((kind, count) -> kinds.put(kind, count.sum()));
        Histogram.Totals took = times.totals();
        return new Totals(took.counts(), took.sum() / 1e9, sums(classes), refused.sum(), failed.sum(), kinds);
    }

    private static long[] sums(LongAdder[] adders) {
        var sums = new long[adders.length];
        for (int i = 0; i < adders.length; i++) {
            sums[i] = adders[i].sum();
        }
        return sums;
    }
}
