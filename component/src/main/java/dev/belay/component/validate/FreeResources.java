package dev.belay.component.validate;

import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** Finds a resource type that a type refers to without introducing it by an import or export of its own. */
final class FreeResources {
    private final Validation validation;
    private final Set<ResourceType> known;
    private final Set<AnyType> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private FreeResources(Validation validation, Set<ResourceType> known) {
        this.validation = validation;
        this.known = known;
    }

    static Optional<ResourceType> find(AnyType type, Validation validation) {
        return new FreeResources(validation, Collections.newSetFromMap(new IdentityHashMap<>())).any(type);
    }

    /**
     * @param known origins that do not count
     */
    static Optional<ResourceType> find(AnyType type, Set<ResourceType> known, Validation validation) {
        Set<ResourceType> copy = Collections.newSetFromMap(new IdentityHashMap<>());
        copy.addAll(known);
        validation.effort().spend(known.size());
        return new FreeResources(validation, copy).any(type);
    }

    private Optional<ResourceType> any(AnyType type) {
        if (!(type instanceof ResourceType) && !seen.add(type)) {
            return Optional.empty();
        }
        validation.effort().spend(1);
        return switch (type) {
            case ResourceType t -> known.contains(t.origin()) ? Optional.empty() : Optional.of(t);
            case ValueType t -> value(t);
            case FunctionType t -> {
                for (var param : t.params()) {
                    var found = any(param.type());
                    if (found.isPresent()) {
                        yield found;
                    }
                }
                yield t.result().flatMap(this::any);
            }
            case InstanceType t -> all(t.exports().values());
            case ComponentType t ->
                all(t.imports().values()).or(() -> all(t.exports().values()));
        };
    }

    private Optional<ResourceType> value(ValueType type) {
        if (!validation.facts().of(type).handles()) {
            return Optional.empty();
        }
        return switch (type) {
            case ValueType.Own t -> any(t.resource());
            case ValueType.Borrow t -> any(t.resource());
            default -> {
                for (var part : ValueFacts.parts(type)) {
                    var found = any(part);
                    if (found.isPresent()) {
                        yield found;
                    }
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<ResourceType> all(Collection<ExternType> externs) {
        for (var extern : externs) {
            var found = extern(extern);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<ResourceType> extern(ExternType extern) {
        return switch (extern) {
            case ExternType.AbstractResource t -> {
                // Introduced here, and in scope from here on.
                known.add(t.variable().origin());
                yield Optional.empty();
            }
            case ExternType.Func t -> any(t.type());
            case ExternType.Instance t -> any(t.type());
            case ExternType.Component t -> any(t.type());
            case ExternType.Value t -> any(t.type());
            case ExternType.TypeEq t -> any(t.type());
            case ExternType.Module _ -> Optional.empty();
        };
    }
}
