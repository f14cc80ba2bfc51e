package dev.belay.component.wit;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that types have within an interface or a world. The first name of a type is the one it is called by. */
final class Scope {
    private final Map<ResourceType, String> resources = new IdentityHashMap<>();
    private final Map<ResourceType, String> origins = new IdentityHashMap<>();
    private final Map<ValueType, String> same = new IdentityHashMap<>();
    private final Map<ValueType, String> equal = new HashMap<>();

    private Scope() {}

    /**
     * @param types one type, or several that are one interface to whoever reads it
     */
    static Scope of(List<InstanceType> types) {
        var scope = new Scope();
        types.forEach(type -> scope.add(type.exports()));
        return scope;
    }

    static Scope of(Map<String, ExternType> externs) {
        var scope = new Scope();
        scope.add(externs);
        return scope;
    }

    private void add(Map<String, ExternType> externs) {
        externs.forEach((name, extern) -> {
            switch (extern) {
                case ExternType.AbstractResource(ResourceType resource) -> add(name, resource);
                case ExternType.TypeEq(ResourceType resource) -> add(name, resource);
                case ExternType.TypeEq(ValueType value) when needsName(value) -> add(name, value);
                default -> {}
            }
        });
    }

    void add(String name, ResourceType resource) {
        resources.putIfAbsent(resource, name);
        origins.putIfAbsent(resource.origin(), name);
    }

    void add(String name, ValueType value) {
        same.putIfAbsent(value, name);
        equal.putIfAbsent(value, name);
    }

    /** WIT has no way to write these types but by a name. */
    static boolean needsName(ValueType type) {
        return switch (type) {
            case ValueType.Record _, ValueType.Variant _, ValueType.Enum _, ValueType.Flags _ -> true;
            default -> false;
        };
    }

    Optional<String> name(ValueType type) {
        if (!needsName(type)) {
            return Optional.empty();
        }
        String exact = same.get(type);
        return Optional.ofNullable(exact == null ? equal.get(type) : exact);
    }

    /** A resource that has no name here keeps the one it had where it was declared. */
    String name(ResourceType type) {
        return find(type).orElse(type.name());
    }

    Optional<String> find(ResourceType type) {
        String exact = resources.get(type);
        return Optional.ofNullable(exact == null ? origins.get(type.origin()) : exact);
    }
}
