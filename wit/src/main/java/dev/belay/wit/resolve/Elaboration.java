package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Completes a world: adds the interfaces whose types others of its interfaces use.
 *
 * <p>What an import uses is imported. What an export uses is taken from the exports if it is listed there, and imported
 * otherwise. One interface cannot be both for the same world's exports, since its resources would be two different ones.
 */
final class Elaboration {
    private final WitWorld world;
    private final Id name;
    private final Map<String, WorldItem> imports = new LinkedHashMap<>();
    private final Map<String, WorldItem> exports = new LinkedHashMap<>();
    private final Set<WitInterface> neededImports = new HashSet<>();

    Elaboration(WitWorld world, Id name) {
        this.world = world;
        this.name = name;
    }

    void run() {
        world.declaredImports.forEach(this::addImport);
        world.declaredExports.forEach((key, item) -> {
            if (item instanceof WorldItem.Interface i) {
                if (!addExported(key, i, true)) {
                    throw new WitException(new Problem.BrokenRule(
                            name.span(),
                            "the exports of world `" + name + "` need an interface both as an import and as an export; "
                                    + "the export that does is `" + key + "`"));
                }
            } else {
                exports.put(key, item);
            }
        });
        world.imports = imports;
        world.exports = exports;
    }

    private void addImport(String key, WorldItem item) {
        if (imports.containsKey(key)) {
            return;
        }
        switch (item) {
            case WorldItem.Interface i -> {
                for (WitInterface dependency : i.type().dependencies) {
                    addImport(key(dependency), declaredImport(dependency));
                }
            }
            case WorldItem.Type type -> usedFrom(type.type())
                    .ifPresent(dependency -> addImport(key(dependency), declaredImport(dependency)));
            case WorldItem.Func _ -> {
                // Its types are the world's own.
            }
        }
        imports.put(key, item);
    }

    private WorldItem declaredImport(WitInterface type) {
        WorldItem declared = world.declaredImports.get(key(type));
        return declared != null ? declared : new WorldItem.Interface(type.meta(), type);
    }

    private static Optional<WitInterface> usedFrom(WitType type) {
        return type.body() instanceof WitType.Alias alias && alias.type() instanceof TypeRef.Named named
                ? named.type().owner()
                : Optional.empty();
    }

    /** Whether it could be added, as an export or as an import. */
    private boolean addExported(String key, WorldItem.Interface item, boolean asExport) {
        if (exports.containsKey(key)) {
            return asExport;
        }
        if (!asExport && neededImports.contains(item.type())) {
            return true;
        }
        for (WitInterface dependency : item.type().dependencies) {
            String dependencyKey = key(dependency);
            WorldItem declared = world.declaredExports.get(dependencyKey);
            boolean exported = asExport && declared != null;
            if (!addExported(dependencyKey, new WorldItem.Interface(dependency.meta(), dependency), exported)) {
                return false;
            }
        }
        if (!asExport) {
            neededImports.add(item.type());
            imports.putIfAbsent(key, item);
            return true;
        }
        if (neededImports.contains(item.type())) {
            return false;
        }
        exports.put(key, item);
        return true;
    }

    private static String key(WitInterface type) {
        return type.fullName().orElseThrow();
    }
}
