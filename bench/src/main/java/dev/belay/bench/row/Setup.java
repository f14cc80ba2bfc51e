package dev.belay.bench.row;

import dev.belay.bench.guest.Guests;
import dev.belay.bench.jmh.JmhRun;
import java.nio.file.Path;
import java.util.List;

/**
 * What rows need to know.
 *
 * @param quick whether to measure for a short time only: a look, not a figure
 * @param work an empty directory
 * @param options for every JVM that is measured
 */
public record Setup(boolean quick, Guests guests, Path work, List<String> options) {
    public Setup {
        options = List.copyOf(options);
    }

    /** How benchmarks of calls and instances are run. */
    public JmhRun jmh() {
        return new JmhRun(quick ? JmhRun.Length.quick() : JmhRun.Length.full(), options, false);
    }

    /** The longer or the shorter of two amounts of work. */
    public int count(int full, int whenQuick) {
        return quick ? whenQuick : full;
    }
}
