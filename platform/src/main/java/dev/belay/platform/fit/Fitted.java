package dev.belay.platform.fit;

import dev.belay.platform.spec.Digest;
import dev.belay.runtime.LinkedComponent;
import java.util.List;

/**
 * A composition that the host can run.
 *
 * @param digest of its bytes
 * @param size of them
 * @param met imports that are met within it, and by whom
 * @param imports what the host meets
 */
public record Fitted(LinkedComponent component, Digest digest, int size, List<Composed.Met> met, List<String> imports) {
    public Fitted {
        met = List.copyOf(met);
        imports = List.copyOf(imports);
    }
}
