package dev.belay.compose.internal.graph;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.Substitution;
import dev.belay.component.type.Subtyping;
import dev.belay.compose.ComposeException;
import dev.belay.wit.name.InterfaceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left to import, each interface once: compatible versions of it become the highest of them, with all that any part
 * wants of it, so that its resources are the same for all parts.
 */
final class SharedImports {
    private final Map<String, Shared> byKey = new LinkedHashMap<>();

    private static final class Shared {
        private String name;
        private ExternType type;
        private final List<String> importers = new ArrayList<>();

        Shared(String name, ExternType type) {
            this.name = name;
            this.type = type;
        }
    }

    /**
     * @param importer for messages
     * @param type what it imports, in terms of what its earlier imports are bound to
     * @return what the whole will import in its place
     * @throws ComposeException if another part wants something else by the same name
     */
    ExternType add(String importer, String name, ExternType type) {
        Shared shared = byKey.computeIfAbsent(key(name), _ -> new Shared(name, type));
        if (!shared.importers.isEmpty()) {
            shared.type = merge(shared, importer, type);
            shared.name = higher(shared.name, name);
        }
        shared.importers.add(importer);
        return shared.type;
    }

    /** The name under which the whole imports what a part calls {@code name}. */
    String nameFor(String name) {
        return get(name).name;
    }

    boolean has(String name) {
        return byKey.containsKey(key(name));
    }

    /** What the whole imports for what a part calls {@code name}. */
    ExternType type(String name) {
        return get(name).type;
    }

    private Shared get(String name) {
        Shared shared = byKey.get(key(name));
        if (shared == null) {
            throw new IllegalStateException("not imported: " + name);
        }
        return shared;
    }

    Map<String, ExternType> all() {
        var all = new LinkedHashMap<String, ExternType>();
        byKey.values().forEach(shared -> all.put(shared.name, shared.type));
        return all;
    }

    private static String key(String name) {
        return InterfaceName.parse(name)
                .map(n -> n.unversioned() + n.version().map(v -> "@" + v.track()).orElse(""))
                .orElse(name);
    }

    private static String higher(String one, String other) {
        var a = InterfaceName.parse(one).flatMap(InterfaceName::version);
        var b = InterfaceName.parse(other).flatMap(InterfaceName::version);
        return a.isPresent() && b.isPresent() && b.get().compareTo(a.get()) > 0 ? other : one;
    }

    private static ExternType merge(Shared shared, String importer, ExternType type) {
        if (shared.type instanceof ExternType.Instance(InstanceType has)
                && type instanceof ExternType.Instance(InstanceType wants)) {
            var check = Subtyping.start();
            var union = new LinkedHashMap<>(has.exports());
            var common = new LinkedHashMap<String, ExternType>();
            wants.exports().forEach((name, export) -> {
                if (union.containsKey(name)) {
                    common.put(name, export);
                }
            });
            check.require(shared.name, shared.type, new ExternType.Instance(new InstanceType(common)));
            refuse(shared, importer, check);
            var bound = Substitution.of(check.bindings());
            wants.exports().forEach((name, export) -> union.putIfAbsent(name, bound.apply(export)));
            return new ExternType.Instance(new InstanceType(union));
        }
        var check = Subtyping.start();
        check.require(shared.name, shared.type, type);
        refuse(shared, importer, check);
        return shared.type;
    }

    private static void refuse(Shared shared, String importer, Subtyping check) {
        if (!check.holds()) {
            throw new ComposeException(importer + " and " + shared.importers.getFirst() + " import different things by one name: "
                    + check.mismatches().getFirst());
        }
    }
}
