package dev.belay.component.wit;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a world into the component type it stands for. */
final class WorldConverter {
    private final WitWorld world;
    private final TypeConverter imported = TypeConverter.fresh();

    WorldConverter(WitWorld world) {
        this.world = world;
    }

    ComponentType convert() {
        return new ComponentType(
                externs(world.imports(), imported), externs(world.exports(), imported.within(exportedInterfaces())));
    }

    private Set<WitInterface> exportedInterfaces() {
        var exported = new HashSet<WitInterface>();
        world.exports().forEach((name, item) -> {
            if (item instanceof WorldItem.Interface i && hasOwnName(name, i)) {
                exported.add(i.type());
            }
        });
        return exported;
    }

    private static Map<String, ExternType> externs(Map<String, WorldItem> items, TypeConverter converter) {
        var externs = new LinkedHashMap<String, ExternType>();
        items.forEach((name, item) -> externs.put(name, extern(name, item, converter)));
        return externs;
    }

    private static ExternType extern(String name, WorldItem item, TypeConverter converter) {
        return switch (item) {
            case WorldItem.Func func -> new ExternType.Func(converter.function(func.function()));
            case WorldItem.Type type -> converter.extern(type.type());
            case WorldItem.Interface i -> {
                // Under a plain name, an interface is one of many copies, with resources of its own.
                TypeConverter within = hasOwnName(name, i) ? converter : converter.within(Set.of(i.type()));
                yield new ExternType.Instance(within.instance(i.type()));
            }
        };
    }

    private static boolean hasOwnName(String name, WorldItem.Interface item) {
        return item.type().fullName().equals(Optional.of(name));
    }
}
