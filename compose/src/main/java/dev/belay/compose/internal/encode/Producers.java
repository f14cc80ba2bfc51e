package dev.belay.compose.internal.encode;

import dev.belay.component.model.Bytes;
import dev.belay.component.model.Section;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The custom section that says which tools have made a component ({@code ProducersSection} of the tool conventions). */
public final class Producers {
    private static final String SECTION = "producers";
    private static final String FIELD = "processed-by";

    private Producers() {}

    /** A section that names one tool; each of the texts at most 127 bytes long. */
    public static Section.Custom processedBy(String tool, String version) {
        var out = new ByteArrayOutputStream();
        out.write(1);
        name(out, FIELD);
        out.write(1);
        name(out, tool);
        name(out, version);
        return new Section.Custom(SECTION, Bytes.of(out.toByteArray()));
    }

    private static void name(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("expected at most 127 bytes, found " + bytes.length);
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }
}
