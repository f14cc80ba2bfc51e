package dev.belay.compose;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.Mismatch;
import dev.belay.component.type.Subtyping;
import dev.belay.wit.name.InterfaceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a component fits a world: it imports nothing that the world does not offer, and exports all that the world asks
 * for, each of a type that will do. Compatible versions of an interface stand for each other.
 */
public final class Targets {
    private Targets() {}

    /**
     * All that keeps a component from fitting a world; empty if it does.
     *
     * @param world as {@link dev.belay.component.wit.WitTypes#worldType} gives it
     */
    public static List<Mismatch> differences(ComponentType component, ComponentType world) {
        var imports = new LinkedHashMap<>(world.imports());
        component.imports().keySet().forEach(name -> {
            if (!imports.containsKey(name)) {
                compatible(name, world.imports()).ifPresent(offered -> imports.put(name, offered));
            }
        });
        var exports = new LinkedHashMap<String, ExternType>();
        world.exports().forEach((name, type) -> exports.put(nameIn(component.exports(), name), type));
        return Subtyping.check(
                        new ExternType.Component(component),
                        new ExternType.Component(new ComponentType(imports, exports)))
                .mismatches();
    }

    private static Optional<ExternType> compatible(String name, Map<String, ExternType> offered) {
        return highest(name, offered).map(offered::get);
    }

    private static String nameIn(Map<String, ExternType> exports, String name) {
        return exports.containsKey(name) ? name : highest(name, exports).orElse(name);
    }

    /** The highest version of what {@code name} names that is compatible with it. */
    static Optional<String> highest(String name, Map<String, ExternType> among) {
        return InterfaceName.parse(name).flatMap(wanted -> among.keySet().stream()
                .flatMap(n -> InterfaceName.parse(n).stream())
                .filter(n -> n.version().isPresent() && n.compatibleWith(wanted))
                .max((a, b) -> a.version().orElseThrow().compareTo(b.version().orElseThrow()))
                .map(InterfaceName::toString));
    }
}
