package dev.belay.bench.guest;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.At;
import dev.belay.component.model.Section;

/** The core modules within components: what other engines run of them. */
public final class CoreModules {
    private CoreModules() {}

    /**
     * @throws IllegalArgumentException if there is none at the top level
     */
    public static byte[] first(byte[] component) {
        return ComponentDecoder.decode(component).sections().stream()
                .map(At::it)
                .filter(Section.CoreModule.class::isInstance)
                .map(section -> ((Section.CoreModule) section).module().toByteArray())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a component with a core module, found none"));
    }
}
