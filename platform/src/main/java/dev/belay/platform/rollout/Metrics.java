package dev.belay.platform.rollout;

import dev.belay.host.http.HttpServer;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.Revision;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Optional;
import java.util.stream.Stream;

/** What a platform counts, at a moment. Those revisions that were never asked are left out. */
final class Metrics {
    private Metrics() {}

    /** @param server that takes the requests, if one does */
    static MetricSnapshots of(Platform platform, RolloutCounts counts, Optional<HttpServer> server) {
        var requests = new RequestMetrics(platform.logs());
        var usage = new UsageMetrics();
        for (Application application : platform.applications().values()) {
            requests.add(application);
            Stream<Revision> revisions =
                    Stream.concat(Stream.of(application.serving().current()), application.serving().kept().stream());
            revisions.forEach(revision -> {
                requests.add(revision);
                usage.add(revision);
            });
        }
        return MetricSnapshots.of(Stream.of(
                        requests.snapshots(), usage.snapshots(), HostMetrics.snapshots(platform, counts, server))
                .flatMap(all -> all)
                .toArray(MetricSnapshot[]::new));
    }
}
