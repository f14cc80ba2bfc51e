package dev.belay.component.validate;

import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Replaces types by others throughout a type, by identity. A value type that holds none of them stays the object it is,
 * and what was one object in two places stays one.
 *
 * <p>A type must be put in before anything that refers to it is renamed. Types refer to earlier ones only, so going through
 * imports and exports in their order does that.
 */
final class Renaming {
    private final Effort effort;
    private final Map<ResourceType, ResourceType> resources = new IdentityHashMap<>();
    private final Map<ValueType, ValueType> values = new IdentityHashMap<>();

    private final Set<AnyType> bound = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ResourceType> settled;

    private Renaming(Effort effort, Set<ResourceType> settled) {
        this.effort = effort;
        this.settled = settled;
    }

    Renaming(Effort effort) {
        this(effort, Set.of());
    }

    /** Replaces all names of the given resource types by the resource types themselves. */
    static Renaming toOrigins(Set<ResourceType> origins, Effort effort) {
        return new Renaming(effort, origins);
    }

    void put(ResourceType from, ResourceType to) {
        resources.put(from, to);
    }

    void put(ValueType from, ValueType to) {
        values.put(from, to);
    }

    /** As {@code put}, for a type of an import that is met by {@code to}, which keeps whatever names it has. */
    void bind(ResourceType from, ResourceType to) {
        put(from, to);
        bound.add(from);
    }

    void bind(ValueType from, ValueType to) {
        put(from, to);
        bound.add(from);
    }

    boolean isBound(AnyType type) {
        return bound.contains(type);
    }

    ResourceType apply(ResourceType type) {
        ResourceType exact = resources.get(type);
        if (exact != null) {
            return exact;
        }
        return settled.contains(type.origin()) ? type.origin() : resources.getOrDefault(type.origin(), type);
    }

    AnyType apply(AnyType type) {
        return switch (type) {
            case ValueType t -> apply(t);
            case FunctionType t -> apply(t);
            case InstanceType t -> apply(t);
            case ComponentType t -> apply(t);
            case ResourceType t -> apply(t);
        };
    }

    ValueType apply(ValueType type) {
        ValueType known = values.get(type);
        if (known == null) {
            effort.spend(1);
            known = rebuilt(type);
            values.put(type, known);
        }
        return known;
    }

    FunctionType apply(FunctionType type) {
        List<ValueType.Field> params = all(type.params(), this::field);
        Optional<ValueType> result = optional(type.result());
        return params == type.params() && result == type.result()
                ? type
                : new FunctionType(type.async(), params, result);
    }

    InstanceType apply(InstanceType type) {
        return new InstanceType(externs(type.exports()));
    }

    ComponentType apply(ComponentType type) {
        return new ComponentType(externs(type.imports()), externs(type.exports()));
    }

    ExternType apply(ExternType type) {
        effort.spend(1);
        return switch (type) {
            case ExternType.Func t -> new ExternType.Func(apply(t.type()));
            case ExternType.Instance t -> new ExternType.Instance(apply(t.type()));
            case ExternType.Component t -> new ExternType.Component(apply(t.type()));
            case ExternType.Module t -> t;
            case ExternType.Value t -> new ExternType.Value(apply(t.type()));
            case ExternType.TypeEq t -> new ExternType.TypeEq(apply(t.type()));
            case ExternType.AbstractResource t -> new ExternType.AbstractResource(apply(t.variable()));
        };
    }

    private ValueType rebuilt(ValueType type) {
        return switch (type) {
            case ValueType.Prim t -> t;
            case ValueType.Flags t -> t;
            case ValueType.Enum t -> t;
            case ValueType.Record t -> {
                var fields = all(t.fields(), this::field);
                yield fields == t.fields() ? t : new ValueType.Record(fields);
            }
            case ValueType.Variant t -> {
                var cases = all(t.cases(), this::variantCase);
                yield cases == t.cases() ? t : new ValueType.Variant(cases);
            }
            case ValueType.ListOf t -> {
                var element = apply(t.element());
                yield element == t.element() ? t : new ValueType.ListOf(element);
            }
            case ValueType.FixedList t -> {
                var element = apply(t.element());
                yield element == t.element() ? t : new ValueType.FixedList(element, t.length());
            }
            case ValueType.Tuple t -> {
                List<ValueType> types = all(t.types(), this::apply);
                yield types == t.types() ? t : new ValueType.Tuple(types);
            }
            case ValueType.Option t -> {
                var some = apply(t.type());
                yield some == t.type() ? t : new ValueType.Option(some);
            }
            case ValueType.Result t -> {
                var ok = optional(t.ok());
                var error = optional(t.error());
                yield ok == t.ok() && error == t.error() ? t : new ValueType.Result(ok, error);
            }
            case ValueType.Own t -> {
                var resource = apply(t.resource());
                yield resource == t.resource() ? t : new ValueType.Own(resource);
            }
            case ValueType.Borrow t -> {
                var resource = apply(t.resource());
                yield resource == t.resource() ? t : new ValueType.Borrow(resource);
            }
            case ValueType.Stream t -> {
                var element = optional(t.element());
                yield element == t.element() ? t : new ValueType.Stream(element);
            }
            case ValueType.Future t -> {
                var element = optional(t.element());
                yield element == t.element() ? t : new ValueType.Future(element);
            }
            case ValueType.MapOf t -> {
                var key = apply(t.key());
                var value = apply(t.value());
                yield key == t.key() && value == t.value() ? t : new ValueType.MapOf(key, value);
            }
        };
    }

    private ValueType.Field field(ValueType.Field field) {
        ValueType type = apply(field.type());
        return type == field.type() ? field : new ValueType.Field(field.label(), type);
    }

    private ValueType.Case variantCase(ValueType.Case old) {
        var type = optional(old.type());
        return type == old.type() ? old : new ValueType.Case(old.label(), type);
    }

    private Optional<ValueType> optional(Optional<ValueType> type) {
        if (type.isEmpty()) {
            return type;
        }
        ValueType renamed = apply(type.get());
        return renamed == type.get() ? type : Optional.of(renamed);
    }

    /** The list itself if no item changes. */
    private <T> List<T> all(List<T> items, UnaryOperator<T> rename) {
        effort.spend(items.size());
        var renamed = new ArrayList<T>(items.size());
        boolean same = true;
        for (T item : items) {
            T other = rename.apply(item);
            same &= other == item;
            renamed.add(other);
        }
        return same ? items : renamed;
    }

    private Map<String, ExternType> externs(Map<String, ExternType> externs) {
        var result = new LinkedHashMap<String, ExternType>();
        externs.forEach((name, type) -> result.put(name, apply(type)));
        return result;
    }
}
