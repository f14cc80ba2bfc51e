package dev.belay.component.wit;

import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Types as WIT, on one line, by their names where they have one. */
final class TypeWriter {
    private final Scope scope;

    TypeWriter(Scope scope) {
        this.scope = scope;
    }

    String function(FunctionType type) {
        return function(type, "", 0);
    }

    /**
     * @param modifier {@code static } or nothing
     * @param implied how many parameters not to write: 1 for a method
     */
    String function(FunctionType type, String modifier, int implied) {
        return modifier + (type.async() ? "async " : "") + "func(" + fields(skip(type.params(), implied)) + ")"
                + type.result().map(result -> " -> " + value(result)).orElse("");
    }

    String fields(List<ValueType.Field> fields) {
        return fields.stream()
                .map(field -> Names.id(field.label()) + ": " + value(field.type()))
                .collect(Collectors.joining(", "));
    }

    String value(ValueType type) {
        return scope.name(type).map(Names::id).orElseGet(() -> written(type));
    }

    private String written(ValueType type) {
        return switch (type) {
            case ValueType.Prim t -> t.primitive().text();
            case ValueType.ListOf t -> "list<" + value(t.element()) + ">";
            case ValueType.FixedList t ->
                "list<" + value(t.element()) + ", " + Integer.toUnsignedString(t.length()) + ">";
            case ValueType.Tuple t ->
                "tuple<" + t.types().stream().map(this::value).collect(Collectors.joining(", ")) + ">";
            case ValueType.Option t -> "option<" + value(t.type()) + ">";
            case ValueType.Result t -> result(t);
            case ValueType.Own t -> Names.id(scope.name(t.resource()));
            case ValueType.Borrow t -> "borrow<" + Names.id(scope.name(t.resource())) + ">";
            case ValueType.Stream t -> "stream" + element(t.element());
            case ValueType.Future t -> "future" + element(t.element());
            case ValueType.MapOf t -> "map<" + value(t.key()) + ", " + value(t.value()) + ">";
            // Valid components name all of these; no WIT, but readable, if one does not.
            case ValueType.Record t -> "record { " + fields(t.fields()) + " }";
            case ValueType.Variant t ->
                "variant { " + t.cases().stream().map(this::one).collect(Collectors.joining(", ")) + " }";
            case ValueType.Flags t -> "flags { " + String.join(", ", t.labels()) + " }";
            case ValueType.Enum t -> "enum { " + String.join(", ", t.labels()) + " }";
        };
    }

    String one(ValueType.Case its) {
        return Names.id(its.label()) + its.type().map(type -> "(" + value(type) + ")").orElse("");
    }

    private String result(ValueType.Result type) {
        if (type.ok().isEmpty() && type.error().isEmpty()) {
            return "result";
        }
        return "result<" + type.ok().map(this::value).orElse("_")
                + type.error().map(error -> ", " + value(error)).orElse("") + ">";
    }

    private String element(Optional<ValueType> type) {
        return type.map(t -> "<" + value(t) + ">").orElse("");
    }

    private static <T> List<T> skip(List<T> list, int count) {
        return list.subList(Math.min(count, list.size()), list.size());
    }
}
