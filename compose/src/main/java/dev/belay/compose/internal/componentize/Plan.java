package dev.belay.compose.internal.componentize;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is decided before a component is written.
 *
 * @param imports what the component imports
 * @param uses of each module, what meets its imports
 */
record Plan(
        ComponentType world,
        Map<String, ExternType> imports,
        CoreInput main,
        Map<String, CoreInput> adapters,
        Map<CoreInput, List<Use>> uses,
        StringEncoding encoding) {

    static Plan of(ComponentType world, CoreInput main, Map<String, CoreInput> whole, StringEncoding encoding) {
        var adapters = new Trimming(world, main, whole).adapters();
        var matcher = new ImportMatcher(world, main, adapters);
        var uses = new LinkedHashMap<CoreInput, List<Use>>();
        uses.put(main, matcher.match(main));
        adapters.values().forEach(adapter -> uses.put(adapter, matcher.match(adapter)));
        var used = new UsedImports(world);
        uses.values().forEach(each -> each.forEach(use -> used.use(use.target())));
        used.useExports();
        return new Plan(world, used.imports(), main, adapters, uses, encoding);
    }

    List<Use> usesOf(CoreInput module) {
        return uses.getOrDefault(module, List.of());
    }

    /** The main module, then the adapters. */
    List<CoreInput> modules() {
        return List.copyOf(uses.keySet());
    }
}
