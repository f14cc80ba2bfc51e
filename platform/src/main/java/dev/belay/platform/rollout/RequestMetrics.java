package dev.belay.platform.rollout;

import dev.belay.host.http.Admission;
import dev.belay.platform.observe.Histogram;
import dev.belay.platform.observe.Logs;
import dev.belay.platform.observe.Tally;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.shape.ShapeCounts;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.stream.Stream;

/** How requests and messages of applications went. */
final class RequestMetrics {
    private static final double NANOS = 1e9;

    private final Logs logs;
    private final HistogramSnapshot.Builder seconds =
            HistogramSnapshot.builder().name("belay_request_duration_seconds").help("How long requests and messages took.");
    private final CounterSnapshot.Builder responses =
            CounterSnapshot.builder().name("belay_responses").help("Responses by the class of their status.");
    private final CounterSnapshot.Builder refused =
            CounterSnapshot.builder().name("belay_requests_refused").help("Requests that found no room and got status 503.");
    private final GaugeSnapshot.Builder waiting =
            GaugeSnapshot.builder().name("belay_requests_waiting").help("Requests that wait for others to end.");
    private final CounterSnapshot.Builder failed =
            CounterSnapshot.builder().name("belay_requests_failed").help("Requests and messages that failed, not by their client.");
    private final CounterSnapshot.Builder traps = CounterSnapshot.builder().name("belay_traps").help("Traps by kind.");
    private final GaugeSnapshot.Builder instances =
            GaugeSnapshot.builder().name("belay_instances").help("Instances at work now.");
    private final CounterSnapshot.Builder dropped =
            CounterSnapshot.builder().name("belay_log_lines_dropped").help("Lines that applications wrote faster than they are kept.");
    private final CounterSnapshot.Builder shaped =
            CounterSnapshot.builder().name("belay_requests_shaped").help("What was done to requests on their way.");

    RequestMetrics(Logs logs) {
        this.logs = logs;
    }

    void add(Application application) {
        Labels labels = Labels.of("application", application.name());
        ShapeCounts.Totals totals = application.shaped();
        Map<String, Long> all = Map.of(
                "limited", totals.limited(), "retried", totals.retried(), "rested", totals.rested(), "rests", totals.rests(),
                "mirrored_same", totals.same(), "mirrored_different", totals.different(), "not_mirrored", totals.skipped());
        all.forEach((what, count) -> {
            if (count > 0) {
                shaped.dataPoint(Points.counter(labels.add("what", what), count));
            }
        });
        long lines = logs.dropped(application.name());
        if (lines > 0) {
            dropped.dataPoint(Points.counter(labels, lines));
        }
        int wait = application.admission().map(Admission::waiting).orElse(0);
        if (wait > 0) {
            waiting.dataPoint(Points.gauge(labels, wait));
        }
    }

    void add(Revision revision) {
        Tally.Totals totals = revision.tally().totals();
        Labels labels = Labels.of("application", revision.application(), "revision", revision.id());
        if (totals.refused() > 0) {
            refused.dataPoint(Points.counter(labels, totals.refused()));
        }
        if (revision.underWay() > 0) {
            instances.dataPoint(Points.gauge(labels, revision.underWay()));
        }
        if (totals.requests() == 0) {
            return;
        }
        var took = new Histogram.Totals(totals.buckets(), Math.round(totals.seconds() * NANOS));
        seconds.dataPoint(Points.histogram(labels, took, Tally.BOUNDS, NANOS));
        for (int digit = 0; digit < totals.classes().length; digit++) {
            if (totals.classes()[digit] > 0) {
                String name = digit == 0 ? "none" : digit + "xx";
                responses.dataPoint(Points.counter(labels.add("class", name), totals.classes()[digit]));
            }
        }
        failed.dataPoint(Points.counter(labels, totals.failed()));
        totals.traps().forEach((kind, count) -> traps.dataPoint(Points.counter(labels.add("kind", kind.wording()), count)));
    }

    Stream<MetricSnapshot> snapshots() {
        return Stream.of(
                seconds.build(), responses.build(), refused.build(), waiting.build(), failed.build(), traps.build(),
                instances.build(), dropped.build(), shaped.build());
    }
}
