package dev.belay.component.wit;

import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitPackage;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import dev.belay.wit.syntax.Annotation;
import dev.belay.wit.syntax.Meta;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a package says of its items, as the objects of a {@code package-docs} section. Nothing is said of what has nothing. */
final class DocsOf {
    private DocsOf() {}

    static Map<String, Object> of(WitPackage its) {
        var worlds = new LinkedHashMap<String, Object>();
        its.worlds().forEach((name, world) -> put(worlds, name, of(world)));
        var interfaces = new LinkedHashMap<String, Object>();
        its.interfaces().forEach((name, type) -> put(interfaces, name, of(type.meta(), type)));
        var said = new LinkedHashMap<String, Object>();
        if (!its.meta().docs().isEmpty()) {
            said.put("docs", its.meta().docs());
        }
        put(said, "worlds", worlds);
        put(said, "interfaces", interfaces);
        return said;
    }

    private static Map<String, Object> of(WitWorld world) {
        var types = new LinkedHashMap<String, Object>();
        world.imports().forEach((name, item) -> {
            if (item instanceof WorldItem.Type(_, var type)) {
                put(types, name, of(type));
            }
        });
        var said = of(world.meta());
        put(said, "interfaces", inline(world.imports()));
        put(said, "types", types);
        put(said, "funcs", functions(world.imports()));
        put(said, "interface_exports", inline(world.exports()));
        put(said, "func_exports", functions(world.exports()));
        put(said, "interface_import_stability", gates(world.imports()));
        put(said, "interface_export_stability", gates(world.exports()));
        return said;
    }

    /** Interfaces that are written in the world. */
    private static Map<String, Object> inline(Map<String, WorldItem> items) {
        var said = new LinkedHashMap<String, Object>();
        items.forEach((name, item) -> {
            if (item instanceof WorldItem.Interface(var meta, var type) && type.name().isEmpty()) {
                put(said, name, of(meta, type));
            }
        });
        return said;
    }

    /** Of the imports or exports of interfaces that have a name of their own. */
    private static Map<String, Object> gates(Map<String, WorldItem> items) {
        var said = new LinkedHashMap<String, Object>();
        items.forEach((name, item) -> {
            if (item instanceof WorldItem.Interface(var meta, var type) && type.name().isPresent()) {
                put(said, name, stability(meta));
            }
        });
        return said;
    }

    private static Map<String, Object> functions(Map<String, WorldItem> items) {
        var said = new LinkedHashMap<String, Object>();
        items.forEach((name, item) -> {
            if (item instanceof WorldItem.Func(var meta, var function)) {
                put(said, name, of(function.kind() == WitFunction.Kind.FREE ? meta : function.meta()));
            }
        });
        return said;
    }

    private static Map<String, Object> of(Meta meta, WitInterface type) {
        var functions = new LinkedHashMap<String, Object>();
        type.functions().forEach((name, function) -> put(functions, name, of(function.meta())));
        var types = new LinkedHashMap<String, Object>();
        type.types().forEach((name, its) -> put(types, name, of(its)));
        var said = of(meta);
        put(said, "funcs", functions);
        put(said, "types", types);
        return said;
    }

    private static Map<String, Object> of(WitType type) {
        var items = new LinkedHashMap<String, Object>();
        switch (type.body()) {
            case WitType.Record(var fields) -> fields.forEach(f -> put(items, f.name(), f.docs()));
            case WitType.Variant(var cases) -> cases.forEach(c -> put(items, c.name(), c.docs()));
            case WitType.Enum(var cases) -> labels(items, cases);
            case WitType.Flags(var flags) -> labels(items, flags);
            case WitType.Alias _, WitType.Resource _ -> {
                // Nothing within.
            }
        }
        var said = of(type.meta());
        put(said, "items", items);
        return said;
    }

    private static void labels(Map<String, Object> items, Collection<WitType.Label> labels) {
        labels.forEach(label -> put(items, label.name(), label.docs()));
    }

    private static Map<String, Object> of(Meta meta) {
        var said = new LinkedHashMap<String, Object>();
        put(said, "docs", meta.docs());
        put(said, "stability", stability(meta));
        return said;
    }

    private static Map<String, Object> stability(Meta meta) {
        var how = new LinkedHashMap<String, Object>();
        String kind = "";
        for (Annotation annotation : meta.annotations()) {
            switch (annotation) {
                case Annotation.Since(var version) -> {
                    kind = "stable";
                    how.put("since", version.toString());
                }
                case Annotation.Unstable(var feature) -> {
                    kind = "unstable";
                    how.put("feature", feature.name());
                }
                case Annotation.Deprecated(var version) -> how.put("deprecated", version.toString());
                case Annotation.ExternalId _ -> {
                    // Part of the import's or export's name.
                }
            }
        }
        return kind.isEmpty() ? Map.of() : Map.of(kind, how);
    }

    private static void put(Map<String, Object> into, String name, Map<String, Object> what) {
        if (!what.isEmpty()) {
            into.put(name, what);
        }
    }

    private static void put(Map<String, Object> into, String name, String docs) {
        if (!docs.isEmpty()) {
            into.put(name, docs);
        }
    }
}
