package dev.belay.platform.fit;

import dev.belay.component.validate.ValidComponent;
import java.util.List;

/**
 * An application in its harness.
 *
 * @param met imports that are met within it, and by whom
 * @param imports what is left for the host
 */
public record Composed(ValidComponent component, List<Met> met, List<String> imports) {
    public Composed {
        met = List.copyOf(met);
        imports = List.copyOf(imports);
    }

    /** An import of a part that another part meets. */
    public record Met(String importer, String name, String exporter) {}
}
