package dev.belay.compose.internal.componentize;

import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What types are directly made of. */
final class Parts {
    private Parts() {}

    static List<ValueType> of(ValueType type) {
        return switch (type) {
            case ValueType.Record t -> t.fields().stream().map(ValueType.Field::type).toList();
            case ValueType.Variant t -> t.cases().stream().flatMap(c -> c.type().stream()).toList();
            case ValueType.ListOf t -> List.of(t.element());
            case ValueType.FixedList t -> List.of(t.element());
            case ValueType.Tuple t -> t.types();
            case ValueType.Option t -> List.of(t.type());
            case ValueType.Result t -> Stream.of(t.ok(), t.error()).flatMap(Optional::stream).toList();
            case ValueType.Stream t -> t.element().stream().toList();
            case ValueType.Future t -> t.element().stream().toList();
            case ValueType.MapOf t -> List.of(t.key(), t.value());
            case ValueType.Prim _, ValueType.Flags _, ValueType.Enum _, ValueType.Own _, ValueType.Borrow _ -> List.of();
        };
    }

    static List<ValueType> of(FunctionType type) {
        return Stream.concat(type.params().stream().map(ValueType.Field::type), type.result().stream()).toList();
    }

    /** Whether the specification wants a name for the type wherever it is imported or exported. */
    static boolean needsName(ValueType type) {
        return type instanceof ValueType.Record
                || type instanceof ValueType.Variant
                || type instanceof ValueType.Enum
                || type instanceof ValueType.Flags;
    }

    /** Whether the type or something it is made of, streams' and futures' elements aside, is such. */
    static boolean holds(ValueType type, Predicate<ValueType> such) {
        return such.test(type)
                || (!(type instanceof ValueType.Stream || type instanceof ValueType.Future)
                        && of(type).stream().anyMatch(part -> holds(part, such)));
    }
}
