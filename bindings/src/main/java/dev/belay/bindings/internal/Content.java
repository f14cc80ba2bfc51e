package dev.belay.bindings.internal;

import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What becomes one Java class: an interface, or what a world has beside its interfaces.
 *
 * @param name as core modules import it: {@code wasi:io/streams@0.2.3}, or {@code $root} for a world
 */
public record Content(String name, String docs, Collection<WitType> types, Collection<WitFunction> functions) {
    public static final String ROOT = "$root";

    public static Content of(String name, WitInterface type) {
        return new Content(
                name,
                type.meta().docs(),
                type.types().values().stream().filter(Members::isDeclared).toList(),
                type.functions().values());
    }

    /** The types of a world, and the functions it imports or exports. */
    public static Content of(WitWorld world, boolean exporting) {
        List<WitType> types = new ArrayList<>();
        List<WitFunction> functions = new ArrayList<>();
        world.imports().values().forEach(item -> {
            if (item instanceof WorldItem.Type(var _, var type) && Members.isDeclared(type)) {
                types.add(type);
            }
        });
        (exporting ? world.exports() : world.imports()).values().forEach(item -> {
            if (item instanceof WorldItem.Func(var _, var function)) {
                functions.add(function);
            }
        });
        return new Content(ROOT, world.meta().docs(), types, functions);
    }

    public boolean isEmpty() {
        return types.isEmpty() && functions.isEmpty();
    }

    public List<WitType> resources() {
        return types.stream().filter(t -> t.body() instanceof WitType.Resource).toList();
    }

    public List<WitFunction> free() {
        return functions.stream().filter(f -> f.kind() == WitFunction.Kind.FREE).toList();
    }
}
