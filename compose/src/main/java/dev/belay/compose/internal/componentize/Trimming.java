package dev.belay.compose.internal.componentize;

import dev.belay.component.binary.AdapterStack;
import dev.belay.component.binary.CoreModule;
import dev.belay.component.binary.CoreModuleTrimmer;
import dev.belay.component.model.Bytes;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ComponentValidator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of adapters what the main module and the world do not ask for: an adapter for everything imports everything,
 * and the component is to import what it uses.
 */
final class Trimming {
    private static final Set<String> ALWAYS =
            Set.of("memory", "cabi_realloc", "cabi_import_realloc", "cabi_export_realloc");

    private final ComponentType world;
    private final CoreInput main;
    private final Map<String, CoreInput> all;

    Trimming(ComponentType world, CoreInput main, Map<String, CoreInput> all) {
        this.world = world;
        this.main = main;
        this.all = all;
    }

    Map<String, CoreInput> adapters() {
        var modules = new ArrayList<>(List.of(main));
        modules.addAll(all.values());
        var exported = new ExportMatcher(modules).used(world.exports());
        var trimmed = new LinkedHashMap<String, CoreInput>();
        all.forEach((name, adapter) -> {
            var wanted = new HashSet<>(ALWAYS);
            wanted.addAll(exported.getOrDefault(adapter, Set.of()));
            main.type().imports().stream()
                    .filter(item -> item.module().equals(name))
                    .forEach(item -> wanted.add(item.name()));
            trimmed.put(name, trim(adapter, wanted));
        });
        return trimmed;
    }

    private CoreInput trim(CoreInput adapter, Set<String> wanted) {
        var whole = CoreModule.read(adapter.bytes());
        var kept = CoreModuleTrimmer.keep(whole, wanted::contains);
        Bytes bytes = AdapterStack.of(kept, whole, CoreParts.importRealloc(main).isPresent()).write();
        return adapter.with(bytes, ComponentValidator.validateModule(bytes));
    }
}
