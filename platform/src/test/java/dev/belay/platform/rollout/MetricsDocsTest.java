package dev.belay.platform.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics that the documentation has are those that there are. */
class MetricsDocsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(belay_\\w+)` \\| (\\w+) \\|");
    private static final Pattern OF_JVM = Pattern.compile("`((?:jvm|process)_\\w+)`");

    @TempDir
    private Path directory;

    @Test
    void eachIsDocumentedWithItsType() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "metrics.md"));
        var documented = new TreeMap<String, String>();
        ROW.matcher(text).results().forEach(row -> documented.put(row.group(1), row.group(2)));
        var ofJvm = OF_JVM.matcher(text).results().map(name -> name.group(1)).toList();

        Map<String, String> exported = exported();

        var own = new TreeMap<>(exported);
        own.keySet().removeIf(name -> !name.startsWith("belay_"));
        assertThat(documented).isEqualTo(own);
        assertThat(exported.keySet()).containsAll(ofJvm);
        assertThat(ofJvm).isNotEmpty();
    }

    private Map<String, String> exported() {
        var exported = new TreeMap<String, String>();
        try (var platform = TestPlatform.start(directory)) {
            for (MetricSnapshot each : platform.platform().metrics()) {
                String name = each.getMetadata().getPrometheusName();
                switch (each) {
                    case CounterSnapshot _ -> exported.put(name + "_total", "counter");
                    case GaugeSnapshot _ -> exported.put(name, "gauge");
                    case HistogramSnapshot _ -> exported.put(name, "histogram");
                    default -> exported.put(name, "other");
                }
            }
        }
        return exported;
    }
}
