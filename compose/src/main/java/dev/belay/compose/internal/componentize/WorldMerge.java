package dev.belay.compose.internal.componentize;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.Substitution;
import dev.belay.component.type.Subtyping;
import dev.belay.compose.ComponentizeException;
import dev.belay.compose.ComponentizeProblem.Conflict;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several worlds as one: what any of them imports and exports. Compatible versions of an imported interface become the
 * highest of them, with all that any world has of it, so that its resources are the same for all modules.
 */
final class WorldMerge {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, ExternType> imports = new LinkedHashMap<>();
    private final Map<String, ExternType> exports = new LinkedHashMap<>();
    private final Map<ResourceType, ResourceType> replaced = new IdentityHashMap<>();

    private WorldMerge() {}

    /**
     * @throws ComponentizeException if two of them have different things by one name
     */
    static ComponentType of(List<ComponentType> worlds) {
        var merge = new WorldMerge();
        for (ComponentType world : worlds) {
            world.imports().forEach(merge::addImport);
            world.exports().forEach(merge::addExport);
        }
        var result = new LinkedHashMap<String, ExternType>();
        merge.imports.forEach((key, type) -> result.put(merge.names.getOrDefault(key, key), type));
        return merge.substitution().apply(new ComponentType(result, merge.exports));
    }

    private Substitution substitution() {
        return Substitution.of(replaced);
    }

    private void addImport(String name, ExternType added) {
        String key = Versions.key(name);
        ExternType type = substitution().apply(added);
        ExternType known = imports.get(key);
        if (known == null) {
            names.put(key, name);
            imports.put(key, type);
            return;
        }
        boolean newer = !Versions.higher(names.getOrDefault(key, name), name).equals(names.get(key));
        imports.put(key, newer ? union(name, type, known) : union(name, known, type));
        names.put(key, newer ? name : names.getOrDefault(key, name));
    }

    /** What both have; where they differ, what {@code first} has. */
    private ExternType union(String name, ExternType first, ExternType second) {
        bind(first, second);
        var substitution = substitution();
        ExternType base = substitution.apply(first);
        ExternType other = substitution.apply(second);
        if (base instanceof ExternType.Instance(InstanceType a) && other instanceof ExternType.Instance(InstanceType b)) {
            var all = new LinkedHashMap<String, ExternType>();
            // Types first: functions of either may use types of both.
            a.exports().forEach((n, type) -> putIf(isType(type), all, n, type));
            b.exports().forEach((n, type) -> putIf(isType(type), all, n, type));
            a.exports().forEach(all::putIfAbsent);
            b.exports().forEach(all::putIfAbsent);
            return new ExternType.Instance(new InstanceType(all));
        }
        if (!Subtyping.check(base, other).holds()) {
            throw new ComponentizeException(new Conflict(
                    name, Subtyping.check(base, other).mismatches().getFirst().toString()));
        }
        return base;
    }

    private static void putIf(boolean such, Map<String, ExternType> all, String name, ExternType type) {
        if (such) {
            all.putIfAbsent(name, type);
        }
    }

    private static boolean isType(ExternType type) {
        return type instanceof ExternType.TypeEq || type instanceof ExternType.AbstractResource;
    }

    /** From here on the resources of {@code second} are those of {@code first} by the same names. */
    private void bind(ExternType first, ExternType second) {
        if (first instanceof ExternType.AbstractResource(var to) && second instanceof ExternType.AbstractResource(var from)) {
            if (to.origin() != from.origin()) {
                replaced.put(from, to);
            }
        } else if (first instanceof ExternType.Instance(InstanceType a)
                && second instanceof ExternType.Instance(InstanceType b)) {
            b.exports().forEach((name, type) -> {
                ExternType same = a.exports().get(name);
                if (same != null) {
                    bind(same, type);
                }
            });
        }
    }

    private void addExport(String name, ExternType type) {
        ExternType known = exports.get(name);
        if (known == null) {
            exports.put(name, type);
        } else {
            bind(known, type);
            ExternType base = substitution().apply(known);
            ExternType other = substitution().apply(type);
            if (!Subtyping.check(base, other).holds() || !Subtyping.check(other, base).holds()) {
                throw new ComponentizeException(new Conflict(name, "both export it, with different types"));
            }
        }
    }
}
