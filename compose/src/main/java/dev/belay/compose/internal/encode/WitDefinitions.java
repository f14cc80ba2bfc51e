package dev.belay.compose.internal.encode;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.wit.WitTypes;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitWorld;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The types that stand for interfaces and worlds in a package's binary ({@code design/mvp/WIT.md}, "Package Format"): each a
 * component's that exports the interface or world by its full name.
 */
public final class WitDefinitions {
    private WitDefinitions() {}

    /** What exports the interface, and imports those whose types it uses, each after those that it uses itself. */
    public static ComponentType of(WitTypes types, WitInterface type) {
        var used = new LinkedHashSet<WitInterface>();
        type.dependencies().forEach(dependency -> collect(dependency, used));
        var imports = new LinkedHashMap<String, ExternType>();
        used.forEach(each -> imports.put(each.fullName().orElseThrow(), instance(types, each)));
        return new ComponentType(imports, Map.of(type.fullName().orElseThrow(), instance(types, type)));
    }

    public static ComponentType of(WitWorld world) {
        return new ComponentType(
                Map.of(), Map.of(world.fullName(), new ExternType.Component(WitTypes.worldType(world))));
    }

    private static void collect(WitInterface type, Set<WitInterface> found) {
        if (!found.contains(type)) {
            type.dependencies().forEach(dependency -> collect(dependency, found));
            found.add(type);
        }
    }

    private static ExternType instance(WitTypes types, WitInterface type) {
        return new ExternType.Instance(types.interfaceType(type.fullName().orElseThrow()).orElseThrow());
    }
}
