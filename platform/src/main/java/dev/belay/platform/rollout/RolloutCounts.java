package dev.belay.platform.rollout;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a platform did to itself. */
final class RolloutCounts {
    private final Map<Labels, LongAdder> changes = new ConcurrentHashMap<>();
    private final LongAdder prepared = new LongAdder();
    private final LongAdder misfits = new LongAdder();

    /** @param result {@code done}, {@code misfit} or {@code failed} */
    void changed(String action, String result) {
        changes.computeIfAbsent(Labels.of("action", action, "result", result), _ -> new LongAdder()).increment();
    }

    void prepared(int fits, int doNotFit) {
        prepared.add(fits);
        misfits.add(doNotFit);
    }

    CounterSnapshot changes() {
        var all = CounterSnapshot.builder().name("belay_changes").help("Changes by what was asked and what became of it.");
        changes.forEach((labels, count) -> all.dataPoint(Metrics.point(labels, count.sum())));
        return all.build();
    }

    CounterSnapshot preparations() {
        return CounterSnapshot.builder()
                .name("belay_preparations")
                .help("Revisions that were composed, loaded and checked.")
                .dataPoint(Metrics.point(Labels.of("result", "fits"), prepared.sum()))
                .dataPoint(Metrics.point(Labels.of("result", "misfit"), misfits.sum()))
                .build();
    }
}
