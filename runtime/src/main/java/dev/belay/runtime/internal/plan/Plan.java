package dev.belay.runtime.internal.plan;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.ResourceType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to do to make an instance.
 *
 * @param moduleSizes for each core module, how many bytes it has
 * @param steps in order; step i makes core instance i
 * @param parts the component instances; part 0 is the outermost, and every part comes after its parent
 * @param resources the resource types that parts define
 * @param imports what the outermost component imports; the resource types in here are those of the plan
 * @param exports what the outermost component exports
 */
public record Plan(
        List<Integer> moduleSizes,
        List<InstantiateModule> steps,
        List<Part> parts,
        List<DefinedResource> resources,
        Map<String, ExternType> imports,
        Map<String, Item> exports) {
    public Plan {
        moduleSizes = List.copyOf(moduleSizes);
        steps = List.copyOf(steps);
        parts = List.copyOf(parts);
        resources = List.copyOf(resources);
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
        exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }

    /**
     * Make a core instance.
     *
     * @param module an index of {@link Plan#moduleSizes}
     * @param imports where each import comes from, by module name
     */
    public record InstantiateModule(int module, Map<String, CoreExports> imports) {
        /** What is given for an import; a core instance may turn out to have no such export. */
        public Optional<CoreSource> source(String from, String name) {
            return switch (imports.get(from)) {
                case CoreExports.OfInstance(int step) -> Optional.of(new CoreSource.Export(step, name));
                case CoreExports.Listed(var items) -> Optional.ofNullable(items.get(name));
                case null -> Optional.empty();
            };
        }
    }

    /** What a core instance offers to those that import from it. */
    public sealed interface CoreExports {
        /** Everything that core instance {@code step} exports. */
        record OfInstance(int step) implements CoreExports {}

        record Listed(Map<String, CoreSource> items) implements CoreExports {}
    }

    /**
     * A component instance.
     *
     * @param parent the part around it; empty for the outermost
     */
    public record Part(Optional<Integer> parent) {}

    public record DefinedResource(ResourceType type, int part, Optional<CoreSource> destructor) {}
}
