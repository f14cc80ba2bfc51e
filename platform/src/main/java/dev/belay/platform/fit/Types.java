package dev.belay.platform.fit;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ComponentValidator;

/** What components import and export; their code is checked when they are loaded. */
final class Types {
    private Types() {}

    static ComponentType of(byte[] component) {
        return ComponentValidator.validate(ComponentDecoder.decode(component), _ -> {});
    }
}
