package dev.belay.platform.rollout;

import dev.belay.host.http.HttpServer;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.Stream;

/** What the host as a whole has and does. */
final class HostMetrics {
    private HostMetrics() {}

    /** The JVM's, by the names that dashboards know them by. Loaded when somebody asks for the first time. */
    private static final class Jvm {
        static final PrometheusRegistry REGISTRY = registry();

        private Jvm() {}

        private static PrometheusRegistry registry() {
            var registry = new PrometheusRegistry();
            JvmMemoryMetrics.builder().register(registry);
            JvmGarbageCollectorMetrics.builder().register(registry);
            JvmThreadsMetrics.builder().register(registry);
            JvmClassLoadingMetrics.builder().register(registry);
            ProcessMetrics.builder().register(registry);
            return registry;
        }
    }

    static Stream<MetricSnapshot> snapshots(Platform platform, RolloutCounts counts, Optional<HttpServer> server) {
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        Stream<MetricSnapshot> own = Stream.of(
                Points.gauge("belay_applications", "Applications that serve.", platform.applications().size()),
                Points.gauge(
                        "belay_applications_failed", "Applications that are desired and do not serve.", platform.failed().size()),
                Points.gauge("belay_change", "The number of the last change.", platform.desired().sequence()),
                Points.gauge("belay_heap_bytes", "Heap in use.", heap),
                counts.changes(),
                counts.preparations(),
                counts.preparationSeconds());
        Stream<MetricSnapshot> ofServer = server.stream()
                .flatMap(its -> Stream.of(
                        Points.gauge("belay_connections", "Connections that clients hold open.", its.connections()),
                        Points.gauge(
                                "belay_requests_present", "Requests to all applications that run or wait.", its.requests())));
        return Stream.of(own, ofServer, Jvm.REGISTRY.scrape().stream()).flatMap(all -> all);
    }
}
