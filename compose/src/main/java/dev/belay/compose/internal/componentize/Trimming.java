package dev.belay.compose.internal.componentize;

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
    private final Map<String, CoreInput> whole;

    Trimming(ComponentType world, CoreInput main, Map<String, CoreInput> whole) {
        this.world = world;
        this.main = main;
        this.whole = whole;
    }

    Map<String, CoreInput> adapters() {
        var modules = new ArrayList<>(List.of(main));
        modules.addAll(whole.values());
        var exported = new ExportMatcher(modules).used(world.exports());
        var trimmed = new LinkedHashMap<String, CoreInput>();
        whole.forEach((name, adapter) -> {
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
        var kept = CoreModuleTrimmer.keep(CoreModule.read(adapter.bytes()), wanted::contains);
        Bytes bytes = AdapterStack.of(kept, CoreModule.read(adapter.bytes()), main).write();
        return adapter.with(bytes, ComponentValidator.validateModule(bytes));
    }
}
