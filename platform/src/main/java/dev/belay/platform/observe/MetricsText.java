package dev.belay.platform.observe;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;

/** Metrics in Prometheus's text format. */
public final class MetricsText {
    public static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private MetricsText() {}

    public static void write(MetricSnapshots metrics, OutputStream out) throws IOException {
        PrometheusTextFormatWriter.create().write(out, metrics, EscapingScheme.UNDERSCORE_ESCAPING);
    }
}
