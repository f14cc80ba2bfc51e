package dev.belay.cli;

import dev.belay.compose.Drawing;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a composition is drawn. */
enum DrawingFormat {
    TEXT,
    DOT,
    SVG;

    void write(Drawing drawing, String output, Streams streams) {
        String drawn = switch (this) {
            case TEXT -> drawing.text();
            case DOT -> drawing.dot();
            case SVG -> drawing.svg();
        };
        Files.write(output, drawn.getBytes(StandardCharsets.UTF_8), streams);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
