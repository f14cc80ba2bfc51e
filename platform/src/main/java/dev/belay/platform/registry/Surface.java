package dev.belay.platform.registry;

import java.util.List;
import java.util.Optional;

/**
 * What others see of a component.
 *
 * @param target the world that it was made for, if that is known
 */
public record Surface(List<String> exports, List<String> imports, Optional<String> target) {
    public Surface {
        exports = List.copyOf(exports);
        imports = List.copyOf(imports);
    }
}
