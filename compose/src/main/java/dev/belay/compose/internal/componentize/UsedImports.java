package dev.belay.compose.internal.componentize;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of a world's imports are used, by a module or by the types of what is, down to single functions and types. */
final class UsedImports {
    /** A resource's place among the imports; the interface is empty for one of the world itself. */
    private record Place(Optional<String> instance, String name) {}

    private final ComponentType world;
    private final Map<ResourceType, Place> resources = new IdentityHashMap<>();
    private final Set<Place> used = new HashSet<>();
    /** By instance: value types that were walked already. */
    private final Map<Optional<String>, Set<ValueType>> walked = new HashMap<>();

    UsedImports(ComponentType world) {
        this.world = world;
        world.imports().forEach((name, type) -> {
            if (type instanceof ExternType.Instance(InstanceType instance)) {
                instance.exports().forEach((n, t) -> note(new Place(Optional.of(name), n), t));
            } else {
                note(new Place(Optional.empty(), name), type);
            }
        });
    }

    private void note(Place place, ExternType type) {
        if (type instanceof ExternType.AbstractResource(var resource)) {
            resources.put(resource.origin(), place);
        }
    }

    void use(CoreImport target) {
        switch (target) {
            case CoreImport.Lowered(var instance, String function, FunctionType type, _) -> {
                used.add(new Place(instance, function));
                resourceOf(function).ifPresent(resource -> used.add(new Place(instance, resource)));
                function(instance, type);
            }
            case CoreImport.ResourceDrop(var resource) -> resource(Optional.empty(), resource);
            case CoreImport.ResourceNew _, CoreImport.ResourceRep _ -> {}
            case CoreImport.OfAdapter _, CoreImport.OfMain _, CoreImport.OfMainMemory _, CoreImport.Memory _ -> {}
        }
    }

    /** The resource whose method, constructor or static function it is. */
    private static Optional<String> resourceOf(String function) {
        if (!function.startsWith("[")) {
            return Optional.empty();
        }
        String label = function.substring(function.indexOf(']') + 1);
        int dot = label.indexOf('.');
        return Optional.of(dot < 0 ? label : label.substring(0, dot));
    }

    /** What the exports refer to, and the types of the world itself: those are there for whoever reads its WIT. */
    void useExports() {
        world.imports().forEach((name, type) -> {
            switch (type) {
                case ExternType.TypeEq(ValueType value) -> value(Optional.empty(), value);
                case ExternType.TypeEq(ResourceType resource) -> resource(Optional.empty(), resource);
                case ExternType.AbstractResource(var resource) -> resource(Optional.empty(), resource);
                default -> {}
            }
        });
        var before = new LinkedHashMap<String, InstanceType>();
        world.exports().forEach((name, type) -> {
            switch (type) {
                case ExternType.Instance(InstanceType instance) -> {
                    // A name that no import has: its own types are no imports.
                    var own = Optional.of("");
                    instance.exports().forEach((n, export) -> {
                        switch (export) {
                            case ExternType.TypeEq(ValueType value) -> {
                                if (!has(before.values(), n, value)) {
                                    usedFrom(Optional.empty(), n, value);
                                }
                                value(own, value);
                            }
                            case ExternType.TypeEq(ResourceType resource) -> resource(own, resource);
                            case ExternType.Func(FunctionType function) -> function(own, function);
                            default -> {}
                        }
                    });
                    before.put(name, instance);
                }
                case ExternType.Func(FunctionType function) -> function(Optional.empty(), function);
                default -> {}
            }
        });
    }

    private static boolean has(Iterable<InstanceType> instances, String name, ValueType type) {
        for (InstanceType instance : instances) {
            if (instance.exports().get(name) instanceof ExternType.TypeEq(var same) && same.equals(type)) {
                return true;
            }
        }
        return false;
    }

    private void function(Optional<String> instance, FunctionType type) {
        Parts.of(type).forEach(part -> value(instance, part));
    }

    private void value(Optional<String> instance, ValueType type) {
        if (!walked.computeIfAbsent(instance, _ -> new HashSet<>()).add(type)) {
            return;
        }
        items(instance).forEach((name, item) -> {
            if (item instanceof ExternType.TypeEq(ValueType named) && named.equals(type)) {
                used.add(new Place(instance, name));
                usedFrom(instance, name, type);
            }
        });
        switch (type) {
            case ValueType.Own(var resource) -> resource(instance, resource);
            case ValueType.Borrow(var resource) -> resource(instance, resource);
            default -> Parts.of(type).forEach(part -> value(instance, part));
        }
    }

    /** The first import that has the type by that name is where it is used from. */
    private void usedFrom(Optional<String> user, String name, ValueType type) {
        for (var each : world.imports().entrySet()) {
            if (user.equals(Optional.of(each.getKey()))) {
                return;
            }
            if (each.getValue() instanceof ExternType.Instance(InstanceType instance)
                    && instance.exports().get(name) instanceof ExternType.TypeEq(var same)
                    && same.equals(type)) {
                used.add(new Place(Optional.of(each.getKey()), name));
                value(Optional.of(each.getKey()), type);
                return;
            }
        }
    }

    private void resource(Optional<String> instance, ResourceType resource) {
        items(instance).forEach((name, item) -> {
            if (item instanceof ExternType.TypeEq(ResourceType named) && named.origin() == resource.origin()) {
                used.add(new Place(instance, name));
            }
        });
        Place place = resources.get(resource.origin());
        if (place != null) {
            used.add(place);
        }
    }

    private Map<String, ExternType> items(Optional<String> instance) {
        if (instance.isEmpty()) {
            return world.imports();
        }
        return world.imports().get(instance.get()) instanceof ExternType.Instance(InstanceType type)
                ? type.exports()
                : Map.of();
    }

    /** The used ones only, in their order. */
    Map<String, ExternType> imports() {
        var kept = new LinkedHashMap<String, ExternType>();
        world.imports().forEach((name, type) -> {
            if (type instanceof ExternType.Instance(InstanceType instance)) {
                var exports = new LinkedHashMap<String, ExternType>();
                instance.exports().forEach((n, t) -> {
                    if (used.contains(new Place(Optional.of(name), n))) {
                        exports.put(n, t);
                    }
                });
                if (!exports.isEmpty()) {
                    kept.put(name, new ExternType.Instance(new InstanceType(exports)));
                }
            } else if (used.contains(new Place(Optional.empty(), name))) {
                kept.put(name, type);
            }
        });
        return kept;
    }
}
