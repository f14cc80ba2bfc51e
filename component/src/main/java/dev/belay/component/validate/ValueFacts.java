package dev.belay.component.validate;

import dev.belay.component.abi.AddressType;
import dev.belay.component.abi.Flattening;
import dev.belay.component.abi.Layout;
import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@link Facts} of the value types of one validation, by identity. */
final class ValueFacts {
    private final Map<ValueType, Facts> known = new IdentityHashMap<>();

    Facts of(ValueType type) {
        Facts facts = known.get(type);
        if (facts == null) {
            facts = compute(type);
            known.put(type, facts);
        }
        return facts;
    }

    private Facts compute(ValueType type) {
        int depth = 0;
        long size = labels(type);
        boolean borrows = type instanceof ValueType.Borrow;
        boolean handles = borrows || type instanceof ValueType.Own;
        boolean pointers = isPointer(type);
        // What goes through a stream or future is copied by other built-ins.
        boolean elsewhere = type instanceof ValueType.Stream || type instanceof ValueType.Future;
        for (ValueType part : parts(type)) {
            Facts facts = of(part);
            depth = Math.max(depth, facts.depth());
            size += facts.size();
            borrows |= facts.borrows();
            handles |= facts.handles();
            pointers |= facts.pointers() && !elsewhere;
        }
        return new Facts(
                depth + 1,
                size + 1,
                Layout.extent(type, AddressType.I64, part -> of(part).extent()),
                List.copyOf(Flattening.flatten(type, AddressType.I32, part -> of(part).flat())),
                borrows,
                handles,
                pointers);
    }

    /** The value types that a value type is directly made of. */
    static List<ValueType> parts(ValueType type) {
        return switch (type) {
            case ValueType.Prim _, ValueType.Flags _, ValueType.Enum _, ValueType.Own _, ValueType.Borrow _ -> List.of();
            case ValueType.Record t -> t.fields().stream().map(ValueType.Field::type).toList();
            case ValueType.Variant t ->
                t.cases().stream().flatMap(c -> c.type().stream()).toList();
            case ValueType.ListOf t -> List.of(t.element());
            case ValueType.FixedList t -> List.of(t.element());
            case ValueType.Tuple t -> t.types();
            case ValueType.Option t -> List.of(t.type());
            case ValueType.Result t -> both(t.ok(), t.error());
            case ValueType.Stream t -> t.element().stream().toList();
            case ValueType.Future t -> t.element().stream().toList();
            case ValueType.MapOf t -> List.of(t.key(), t.value());
        };
    }

    private static List<ValueType> both(Optional<ValueType> a, Optional<ValueType> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static boolean isPointer(ValueType type) {
        return type instanceof ValueType.ListOf
                || type instanceof ValueType.MapOf
                || (type instanceof ValueType.Prim p && p.primitive() == Primitive.STRING);
    }

    private static int labels(ValueType type) {
        return switch (type) {
            case ValueType.Flags t -> t.labels().size();
            case ValueType.Enum t -> t.labels().size();
            case ValueType.Variant t -> t.cases().size();
            default -> 0;
        };
    }
}
