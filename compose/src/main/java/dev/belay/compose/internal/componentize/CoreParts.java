package dev.belay.compose.internal.componentize;

import dev.belay.component.type.CoreExternType;
import dev.belay.compose.ComponentizeException;
import dev.belay.compose.ComponentizeProblem.MissingPart;
import java.util.List;
import java.util.Optional;

/** The exports of a module that are no functions of an interface: memory, allocator, initialiser. */
final class CoreParts {
    private static final List<String> MEMORY = List.of(LegacyNames.MEMORY, StandardNames.MEMORY);
    private static final List<String> REALLOC = List.of(LegacyNames.REALLOC, StandardNames.REALLOC);
    private static final List<String> IMPORT_REALLOC = List.of("cabi_import_realloc", LegacyNames.REALLOC);
    private static final List<String> EXPORT_REALLOC = List.of("cabi_export_realloc", LegacyNames.REALLOC);
    private static final List<String> INITIALIZE = List.of(LegacyNames.INITIALIZE, StandardNames.INITIALIZE);

    private CoreParts() {}

    static Optional<String> memory(CoreInput module) {
        return MEMORY.stream()
                .filter(name -> module.type().exports().get(name) instanceof CoreExternType.Memory)
                .findFirst();
    }

    /** For what the module imports. */
    static Optional<String> importRealloc(CoreInput module) {
        return function(module, module.type().exports().containsKey(IMPORT_REALLOC.getFirst()) ? IMPORT_REALLOC : REALLOC);
    }

    /** For what the module exports. */
    static Optional<String> exportRealloc(CoreInput module) {
        return function(module, module.type().exports().containsKey(EXPORT_REALLOC.getFirst()) ? EXPORT_REALLOC : REALLOC);
    }

    static Optional<String> initialize(CoreInput module) {
        Optional<String> found = present(module, INITIALIZE);
        found.ifPresent(name -> CoreTypes.require(module.label(), "export `" + name + "`", CoreTypes.NOTHING,
                java.util.Objects.requireNonNull(module.type().exports().get(name))));
        return found;
    }

    static ComponentizeException noMemory(CoreInput module, String wanting) {
        return new ComponentizeException(new MissingPart(module.label(), "a memory", MEMORY, wanting));
    }

    static ComponentizeException noRealloc(CoreInput module, String wanting) {
        return new ComponentizeException(new MissingPart(module.label(), "an allocator", REALLOC, wanting));
    }

    private static Optional<String> function(CoreInput module, List<String> names) {
        Optional<String> found = present(module, names);
        found.ifPresent(name -> CoreTypes.require(module.label(), "export `" + name + "`", CoreTypes.REALLOC,
                java.util.Objects.requireNonNull(module.type().exports().get(name))));
        return found;
    }

    private static Optional<String> present(CoreInput module, List<String> names) {
        return names.stream().filter(module.type().exports()::containsKey).findFirst();
    }
}
