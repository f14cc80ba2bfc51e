package dev.belay.compose.internal.componentize;

import dev.belay.component.binary.CustomSections;
import dev.belay.component.binary.DistinctImports;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.CoreModuleType;
import dev.belay.component.validate.ComponentValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A core module that takes part: the main one, or an adapter.
 *
 * @param label for messages
 * @param bytes without the sections that say which world it is for
 * @param worlds those sections' worlds
 * @param encoding of its strings, if a section says so
 * @param renamed the names that imports had before they were made distinct
 */
public record CoreInput(
        String label,
        Bytes bytes,
        CoreModuleType type,
        List<ComponentType> worlds,
        Optional<StringEncoding> encoding,
        Map<DistinctImports.Name, DistinctImports.Name> renamed) {
    public CoreInput {
        worlds = List.copyOf(worlds);
        renamed = Map.copyOf(renamed);
    }

    /**
     * @throws dev.belay.component.InvalidComponentException if it is no valid core module
     * @throws dev.belay.compose.ComponentizeException if a {@code component-type} section is malformed
     */
    public static CoreInput of(String label, Bytes written) {
        var distinct = DistinctImports.of(written);
        Bytes module = distinct.module();
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
        return new CoreInput(
                label, CustomSections.without(module, ComponentTypeSection::is), type, worlds, encoding, distinct.written());
    }

    CoreInput with(Bytes other, CoreModuleType itsType) {
        return new CoreInput(label, other, itsType, worlds, encoding, renamed);
    }

    CoreInput with(StringEncoding other) {
        return new CoreInput(label, bytes, type, worlds, Optional.of(other), renamed);
    }

    /** An import with the names that the toolchain gave it. */
    CoreModuleType.Import written(CoreModuleType.Import item) {
        var name = renamed.get(new DistinctImports.Name(item.module(), item.name()));
        return name == null ? item : new CoreModuleType.Import(name.module(), name.name(), item.type());
    }
}
