package dev.belay.component.wit;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.wit.name.InterfaceName;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The interface that each named type belongs to: the first that has it. A component keeps types, not who declared them,
 * and this is how they come to be written as {@code use} again.
 */
final class Owners {
    private final Map<ResourceType, Owner> resources = new IdentityHashMap<>();
    private final Map<ResourceType, Owner> origins = new IdentityHashMap<>();
    private final Map<ValueType, Owner> values = new HashMap<>();

    record Owner(InterfaceName of, String name) {}

    void add(InterfaceName name, InstanceType instance) {
        instance.exports().forEach((label, extern) -> {
            switch (extern) {
                case ExternType.AbstractResource(ResourceType resource) -> {
                    resources.putIfAbsent(resource, new Owner(name, label));
                    origins.putIfAbsent(resource.origin(), new Owner(name, label));
                }
                case ExternType.TypeEq(ValueType type) when Scope.needsName(type) ->
                    values.putIfAbsent(type, new Owner(name, label));
                default -> {}
            }
        });
    }

    Optional<Owner> of(ResourceType type) {
        return Optional.ofNullable(resources.get(type));
    }

    /** Who declares the resource type, under whatever name. */
    Optional<Owner> ofOrigin(ResourceType type) {
        return of(type).or(() -> Optional.ofNullable(origins.get(type.origin())));
    }

    /** Who has such a type under whatever name. */
    Optional<Owner> ofAny(ValueType type) {
        return Optional.ofNullable(values.get(type));
    }

    /** Equal types of different names can be two declarations; of the same name they are taken for one. */
    Optional<Owner> of(ValueType type, String name) {
        return Optional.ofNullable(values.get(type)).filter(owner -> owner.name().equals(name));
    }
}
