package dev.belay.component.validate;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * The type that a definition is seen to have from outside when it is exported without an ascribed type.
 *
 * <p>The first export of a resource type that is not imported introduces it, as an abstract type; whatever else is
 * exported of that resource is equal to it.
 */
final class Reexport {
    private final Set<ResourceType> bound;

    private Reexport(Set<ResourceType> bound) {
        this.bound = bound;
    }

    /**
     * @param bound the origins of the resource types that are imported or exported so far; is added to
     */
    static ExternType of(String name, ExternType actual, Set<ResourceType> bound) {
        ExternType type = actual instanceof ExternType.TypeEq t
                ? new ExternType.TypeEq(Naming.renamed(t.type(), name))
                : actual;
        return new Reexport(bound).extern(type);
    }

    private ExternType extern(ExternType type) {
        return switch (type) {
            case ExternType.TypeEq t when t.type() instanceof ResourceType resource -> resource(resource);
            case ExternType.AbstractResource t -> resource(t.variable());
            case ExternType.Instance t -> {
                var exports = new LinkedHashMap<String, ExternType>();
                t.type().exports().forEach((name, export) -> exports.put(name, extern(export)));
                yield new ExternType.Instance(new InstanceType(exports));
            }
            default -> type;
        };
    }

    private ExternType resource(ResourceType resource) {
        return bound.add(resource.origin())
                ? new ExternType.AbstractResource(resource)
                : new ExternType.TypeEq(resource);
    }
}
