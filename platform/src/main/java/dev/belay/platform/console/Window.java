package dev.belay.platform.console;

import dev.belay.platform.observe.Tally;
import java.util.Map;

/** Adds up what was counted between two looks. */
final class Window {
    private static final Tally.Totals ZERO =
            new Tally.Totals(new long[Tally.BOUNDS.length + 1], 0, new long[0], 0, 0, Map.of());
    private static final double LONGEST = 2 * Tally.BOUNDS[Tally.BOUNDS.length - 1];
    private static final double SLOWEST_HUNDREDTH = 0.99;

    private final long[] buckets = new long[Tally.BOUNDS.length + 1];
    private long failed;

    void add(Tally.Totals now, Tally.Totals before) {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] += now.buckets()[i] - before.buckets()[i];
        }
        failed += now.failed() - before.failed();
    }

    void addAll(Tally.Totals now) {
        add(now, ZERO);
    }

    void add(Window other) {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] += other.buckets[i];
        }
        failed += other.failed;
    }

    Sample over(double seconds) {
        var totals = new Tally.Totals(buckets, 0, new long[0], 0, failed, Map.of());
        return totals.requests() == 0
                ? Sample.NOTHING
                : new Sample(
                        totals.requests() / seconds,
                        failed / seconds,
                        Math.min(totals.quantile(0.5), LONGEST),
                        Math.min(totals.quantile(SLOWEST_HUNDREDTH), LONGEST));
    }
}
