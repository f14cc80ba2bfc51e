package dev.belay.compose.internal.componentize;

import dev.belay.component.binary.CustomSections;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.CoreModuleType;
import dev.belay.component.validate.ComponentValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A core module that takes part: the main one, or an adapter.
 *
 * @param label for messages
 * @param bytes without the sections that say which world it is for
 * @param worlds those sections' worlds
 * @param encoding of its strings, if a section says so
 */
public record CoreInput(
        String label, Bytes bytes, CoreModuleType type, List<ComponentType> worlds, Optional<StringEncoding> encoding) {
    public CoreInput {
        worlds = List.copyOf(worlds);
    }

    /**
     * @throws dev.belay.component.InvalidComponentException if it is no valid core module
     * @throws dev.belay.compose.ComponentizeException if a {@code component-type} section is malformed
     */
    public static CoreInput of(String label, Bytes module) {
        CoreModuleType type = ComponentValidator.validateModule(module);
        var worlds = new ArrayList<ComponentType>();
        Optional<StringEncoding> encoding = Optional.empty();
        for (var section : CustomSections.of(module)) {
            if (ComponentTypeSection.is(section)) {
                var read = ComponentTypeSection.read(section);
                worlds.add(read.world());
                encoding = encoding.or(() -> Optional.of(read.encoding()));
            }
        }
        return new CoreInput(label, CustomSections.without(module, ComponentTypeSection::is), type, worlds, encoding);
    }

    CoreInput with(Bytes other, CoreModuleType itsType) {
        return new CoreInput(label, other, itsType, worlds, encoding);
    }
}
