package dev.belay.component.validate;

import dev.belay.component.type.AnyType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives types the identities that importing, exporting and instantiating them makes new.
 *
 * <p>An import or export of a type is a name of its own: what is imported or exported after it is visible if it uses that
 * name, and not the one that went in. So each such name is an object of its own, equal to the type it names.
 */
final class Naming {
    private Naming() {}

    /** Another object for the same type: one that can be told from it by identity. */
    static AnyType renamed(AnyType type, String name) {
        return switch (type) {
            case ResourceType t -> t.renamed(name);
            case ValueType t -> copy(t);
            default -> type;
        };
    }

    /**
     * An instance of an instance type: with fresh resource types for its abstract ones, and its own names for all types.
     *
     * @param renaming also applies to the rest, and is added to
     */
    static InstanceType instance(InstanceType type, Renaming renaming) {
        var exports = new LinkedHashMap<String, ExternType>();
        type.exports().forEach((name, export) -> exports.put(name, extern(name, export, renaming)));
        return new InstanceType(exports);
    }

    /** What {@link #instance} does, for one export. */
    static ExternType extern(String name, ExternType type, Renaming renaming) {
        return switch (type) {
            case ExternType.AbstractResource t -> {
                var fresh = ResourceType.fresh(name);
                renaming.put(t.variable(), fresh);
                yield new ExternType.AbstractResource(fresh);
            }
            case ExternType.TypeEq t -> new ExternType.TypeEq(named(name, t.type(), renaming));
            case ExternType.Instance t -> new ExternType.Instance(instance(t.type(), renaming));
            default -> renaming.apply(type);
        };
    }

    /** A new name for a type, which whatever follows uses instead. */
    static AnyType named(String name, AnyType type, Renaming renaming) {
        if (renaming.isBound(type)) {
            // An imported type under the name of its import: what was bound with it refers to it as it is.
            return renaming.apply(type);
        }
        AnyType named = renamed(renaming.apply(type), name);
        if (type instanceof ResourceType from && named instanceof ResourceType to) {
            renaming.put(from, to);
        } else if (type instanceof ValueType from && named instanceof ValueType to) {
            renaming.put(from, to);
        }
        return named;
    }

    /** Makes {@code renaming} replace the types that {@code expected} names by those of {@code actual}. */
    static void bind(ExternType actual, ExternType expected, Renaming renaming) {
        switch (expected) {
            case ExternType.AbstractResource e -> {
                if (type(actual) instanceof ResourceType a) {
                    renaming.bind(e.variable(), a);
                }
            }
            case ExternType.TypeEq e -> {
                if (e.type() instanceof ValueType from && type(actual) instanceof ValueType to) {
                    renaming.bind(from, to);
                }
            }
            case ExternType.Instance e when actual instanceof ExternType.Instance a -> {
                for (Map.Entry<String, ExternType> export : e.type().exports().entrySet()) {
                    ExternType found = a.type().exports().get(export.getKey());
                    if (found != null) {
                        bind(found, export.getValue(), renaming);
                    }
                }
            }
            default -> {}
        }
    }

    private static AnyType type(ExternType extern) {
        return switch (extern) {
            case ExternType.TypeEq t -> t.type();
            case ExternType.AbstractResource t -> t.variable();
            default -> throw new IllegalArgumentException("not a type: " + extern.sort());
        };
    }

    private static ValueType copy(ValueType type) {
        return switch (type) {
            case ValueType.Prim t -> t;
            case ValueType.Record t -> new ValueType.Record(t.fields());
            case ValueType.Variant t -> new ValueType.Variant(t.cases());
            case ValueType.ListOf t -> new ValueType.ListOf(t.element());
            case ValueType.FixedList t -> new ValueType.FixedList(t.element(), t.length());
            case ValueType.Tuple t -> new ValueType.Tuple(t.types());
            case ValueType.Flags t -> new ValueType.Flags(t.labels());
            case ValueType.Enum t -> new ValueType.Enum(t.labels());
            case ValueType.Option t -> new ValueType.Option(t.type());
            case ValueType.Result t -> new ValueType.Result(t.ok(), t.error());
            case ValueType.Own t -> new ValueType.Own(t.resource());
            case ValueType.Borrow t -> new ValueType.Borrow(t.resource());
            case ValueType.Stream t -> new ValueType.Stream(t.element());
            case ValueType.Future t -> new ValueType.Future(t.element());
            case ValueType.MapOf t -> new ValueType.MapOf(t.key(), t.value());
        };
    }
}
