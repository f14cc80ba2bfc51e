package dev.belay.bindings.internal.glue;

import dev.belay.component.type.ValueType;
import dev.belay.wit.resolve.WitType;
import java.util.List;
import java.util.Objects;

/**
 * A type with a name, on one side of the world: what it is made of is resolved already.
 *
 * @param payloads the types of a record's fields, or of those cases of a variant that have one, in their order
 * @param abi what the canonical ABI makes of it
 */
public record Declared(Part part, WitType type, List<Type> payloads, ValueType abi) {
    public Declared {
        payloads = List.copyOf(payloads);
    }

    public String name() {
        return type.name();
    }

    public String docs() {
        return type.meta().docs();
    }

    public boolean isResource() {
        return type.body() instanceof WitType.Resource;
    }

    /** One part has a type once. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Declared its && its.type == type && its.part == part;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(type), System.identityHashCode(part));
    }

    @Override
    public String toString() {
        return part + " " + type.name();
    }
}
