package dev.belay.platform.admin;

import dev.belay.platform.rollout.Platform;
import dev.belay.platform.observe.MetricsText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Metrics as Prometheus reads them. */
final class MetricsView {
    private final Platform platform;

    MetricsView(Platform platform) {
        this.platform = platform;
    }

    Answer answer() {
        var out = new ByteArrayOutputStream();
        try {
            MetricsText.write(platform.metrics(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(200, MetricsText.TYPE, out.toByteArray());
    }
}
