package dev.belay.platform.rollout;

import dev.belay.platform.observe.StepTimes;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a platform did to itself. */
final class RolloutCounts {
    private static final double NANOS = 1e9;

    private final Map<Labels, LongAdder> changes = new ConcurrentHashMap<>();
    private final StepTimes times = new StepTimes();
    private final LongAdder prepared = new LongAdder();
    private final LongAdder misfits = new LongAdder();

    /** @param result {@code done}, {@code misfit} or {@code failed} */
    void changed(String action, String result) {
        changes.computeIfAbsent(Labels.of("action", action, "result", result), _ -> new LongAdder()).increment();
    }

    /** Of making revisions ready. */
    StepTimes times() {
        return times;
    }

    void prepared(int fits, int doNotFit) {
        prepared.add(fits);
        misfits.add(doNotFit);
    }

    CounterSnapshot changes() {
        var all = CounterSnapshot.builder().name("belay_changes").help("Changes by what was asked and what became of it.");
        changes.forEach((labels, count) -> all.dataPoint(Points.counter(labels, count.sum())));
        return all.build();
    }

    CounterSnapshot preparations() {
        return CounterSnapshot.builder()
                .name("belay_preparations")
                .help("Revisions that were composed, loaded and checked.")
                .dataPoint(Points.counter(Labels.of("result", "fits"), prepared.sum()))
                .dataPoint(Points.counter(Labels.of("result", "misfit"), misfits.sum()))
                .build();
    }

    HistogramSnapshot preparationSeconds() {
        var all = HistogramSnapshot.builder()
                .name("belay_preparation_seconds")
                .help("How long the steps took by which revisions are made ready.");
        for (StepTimes.Step step : StepTimes.Step.values()) {
            Labels labels = Labels.of("step", step.name().toLowerCase(Locale.ROOT));
            all.dataPoint(Points.histogram(labels, times.totals(step), StepTimes.bounds(), NANOS));
        }
        return all.build();
    }
}
