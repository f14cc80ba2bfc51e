package dev.belay.platform.rollout;

import dev.belay.platform.observe.Tally;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.shape.ShapeCounts;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** What a platform counts, at a moment. Those revisions that were never asked are left out. */
final class Metrics {
    private final HistogramSnapshot.Builder seconds =
            HistogramSnapshot.builder().name("belay_request_duration_seconds").help("How long requests and messages took.");
    private final CounterSnapshot.Builder responses =
            CounterSnapshot.builder().name("belay_responses").help("Responses by the class of their status.");
    private final CounterSnapshot.Builder refused =
            CounterSnapshot.builder().name("belay_requests_refused").help("Requests that found no room and got status 503.");
    private final CounterSnapshot.Builder failed =
            CounterSnapshot.builder().name("belay_requests_failed").help("Requests and messages that failed, not by their client.");
    private final CounterSnapshot.Builder traps = CounterSnapshot.builder().name("belay_traps").help("Traps by kind.");
    private final GaugeSnapshot.Builder instances =
            GaugeSnapshot.builder().name("belay_instances").help("Instances at work now.");
    private final CounterSnapshot.Builder dropped =
            CounterSnapshot.builder().name("belay_log_lines_dropped").help("Lines that applications wrote faster than they are kept.");

    private final CounterSnapshot.Builder shaped =
            CounterSnapshot.builder().name("belay_requests_shaped").help("What was done to requests on their way.");

    private Metrics() {}

    static MetricSnapshots of(Platform platform, RolloutCounts counts) {
        var metrics = new Metrics();
        Collection<Application> all = platform.applications().values();
        all.forEach(application -> {
            Stream.concat(Stream.of(application.serving().current()), application.serving().kept().stream()).forEach(metrics::add);
            metrics.add(application);
            long lines = platform.logs().dropped(application.name());
            if (lines > 0) {
                metrics.dropped.dataPoint(point(Labels.of("application", application.name()), lines));
            }
        });
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return MetricSnapshots.builder()
                .metricSnapshot(metrics.seconds.build())
                .metricSnapshot(metrics.responses.build())
                .metricSnapshot(metrics.refused.build())
                .metricSnapshot(metrics.failed.build())
                .metricSnapshot(metrics.traps.build())
                .metricSnapshot(metrics.instances.build())
                .metricSnapshot(metrics.dropped.build())
                .metricSnapshot(metrics.shaped.build())
                .metricSnapshot(gauge("belay_applications", "Applications that serve.", all.size()))
                .metricSnapshot(gauge("belay_applications_failed", "Applications that are desired and do not serve.",
                        platform.failed().size()))
                .metricSnapshot(gauge("belay_change", "The number of the last change.", platform.desired().sequence()))
                .metricSnapshot(gauge("belay_heap_bytes", "Heap in use.", heap))
                .metricSnapshot(counts.changes())
                .metricSnapshot(counts.preparations())
                .build();
    }

    private static GaugeSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }

    static CounterSnapshot.CounterDataPointSnapshot point(Labels labels, double value) {
        return CounterSnapshot.CounterDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    private void add(Application application) {
        ShapeCounts.Totals totals = application.shaped();
        Map<String, Long> all = Map.of(
                "limited", totals.limited(), "retried", totals.retried(), "rested", totals.rested(), "rests", totals.rests(),
                "mirrored_same", totals.same(), "mirrored_different", totals.different(), "not_mirrored", totals.skipped());
        all.forEach((what, count) -> {
            if (count > 0) {
                shaped.dataPoint(point(Labels.of("application", application.name(), "what", what), count));
            }
        });
    }

    private void add(Revision revision) {
        Tally.Totals totals = revision.tally().totals();
        Labels labels = Labels.of("application", revision.application(), "revision", revision.id());
        if (totals.refused() > 0) {
            refused.dataPoint(point(labels, totals.refused()));
        }
        if (revision.underWay() > 0) {
            instances.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels).value(revision.underWay()).build());
        }
        if (totals.requests() == 0) {
            return;
        }
        seconds.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds(), totals.buckets()))
                .sum(totals.seconds())
                .labels(labels)
                .build());
        for (int digit = 0; digit < totals.classes().length; digit++) {
            if (totals.classes()[digit] > 0) {
                responses.dataPoint(point(labels.add("class", digit == 0 ? "none" : digit + "xx"), totals.classes()[digit]));
            }
        }
        failed.dataPoint(point(labels, totals.failed()));
        totals.traps().forEach((kind, count) -> traps.dataPoint(point(labels.add("kind", kind.wording()), count)));
    }

    private static double[] bounds() {
        double[] bounds = java.util.Arrays.copyOf(Tally.BOUNDS, Tally.BOUNDS.length + 1);
        bounds[Tally.BOUNDS.length] = Double.POSITIVE_INFINITY;
        return bounds;
    }
}
