package dev.belay.platform.rollout;

import dev.belay.platform.observe.Usage;
import dev.belay.platform.serve.Revision;
import dev.belay.wasi.instances.PoolCounts;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What the instances of revisions use, and what became of them. Revisions without an instance so far are left out. */
final class UsageMetrics {
    private static final double[] BYTES = Arrays.stream(Usage.bytes()).asDoubleStream().toArray();

    private final CounterSnapshot.Builder made =
            CounterSnapshot.builder().name("belay_instances_made").help("Instances that were made.");
    private final GaugeSnapshot.Builder memory =
            GaugeSnapshot.builder().name("belay_memory_bytes").help("Linear memory of the instances that are there, at work and idle.");
    private final GaugeSnapshot.Builder held = GaugeSnapshot.builder()
            .name("belay_memory_held_bytes")
            .help("Heap that instances have to themselves, beyond the first 256 KiB of each.");
    private final GaugeSnapshot.Builder memoryLimit =
            GaugeSnapshot.builder().name("belay_memory_limit_bytes").help("Linear memory that one instance may have.");
    private final HistogramSnapshot.Builder peaks = HistogramSnapshot.builder()
            .name("belay_memory_peak_bytes")
            .help("The most linear memory that an instance had by the end of a call, for each call.");
    private final CounterSnapshot.Builder refusals = CounterSnapshot.builder()
            .name("belay_memory_refused")
            .help("Times that an instance was refused memory, because of its limit or of its application's share of the heap.");
    private final CounterSnapshot.Builder fuel = CounterSnapshot.builder()
            .name("belay_fuel_consumed")
            .help("Fuel that was taken, in function entries and iterations of loops, where it is limited.");
    private final GaugeSnapshot.Builder fuelLimit =
            GaugeSnapshot.builder().name("belay_fuel_limit").help("Fuel that one call may take.");
    private final HistogramSnapshot.Builder fuelUsed = HistogramSnapshot.builder()
            .name("belay_fuel_used_ratio")
            .help("What calls took of the fuel that they may, where it is limited.");
    private final GaugeSnapshot.Builder pooled = GaugeSnapshot.builder()
            .name("belay_pool_instances")
            .help("Instances of pools, by what they do now.");
    private final CounterSnapshot.Builder poolMade =
            CounterSnapshot.builder().name("belay_pool_made").help("Instances that were made for a pool.");
    private final CounterSnapshot.Builder poolEnded = CounterSnapshot.builder()
            .name("belay_pool_ended")
            .help("Instances of pools that are not used again, by why.");

    void add(Revision revision) {
        Usage.Totals totals = revision.usage().totals();
        if (totals.made() == 0) {
            return;
        }
        Labels labels = Labels.of("application", revision.application(), "revision", revision.id());
        made.dataPoint(Points.counter(labels, totals.made()));
        memory.dataPoint(Points.gauge(labels, totals.memory()));
        held.dataPoint(Points.gauge(labels, totals.held()));
        memoryLimit.dataPoint(Points.gauge(labels, revision.limits().memoryBytes()));
        peaks.dataPoint(Points.histogram(labels, totals.peaks(), BYTES, 1));
        if (totals.refusals() > 0) {
            refusals.dataPoint(Points.counter(labels, totals.refusals()));
        }
        totals.fuel().ifPresent(its -> add(labels, its));
        revision.pool().ifPresent(its -> add(labels, its));
    }

    private void add(Labels labels, Usage.FuelTotals totals) {
        fuel.dataPoint(Points.counter(labels, totals.consumed()));
        fuelLimit.dataPoint(Points.gauge(labels, totals.limit()));
        fuelUsed.dataPoint(Points.histogram(labels, totals.calls(), Usage.shares(), totals.limit()));
    }

    private void add(Labels labels, PoolCounts counts) {
        pooled.dataPoint(Points.gauge(labels.add("state", "idle"), counts.idle()));
        pooled.dataPoint(Points.gauge(labels.add("state", "busy"), counts.busy()));
        poolMade.dataPoint(Points.counter(labels, counts.made()));
        counts.ended().forEach((why, count) -> {
            if (count > 0) {
                String reason = why.name().toLowerCase(Locale.ROOT);
                poolEnded.dataPoint(Points.counter(labels.add("reason", reason), count));
            }
        });
    }

    Stream<MetricSnapshot> snapshots() {
        return Stream.of(
                made.build(), memory.build(), held.build(), memoryLimit.build(), peaks.build(), refusals.build(), fuel.build(), fuelLimit.build(),
                fuelUsed.build(), pooled.build(), poolMade.build(), poolEnded.build());
    }
}
