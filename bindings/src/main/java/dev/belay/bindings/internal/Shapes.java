package dev.belay.bindings.internal;

import dev.belay.component.model.Primitive;
import dev.belay.component.type.ValueType;
import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitType;
import java.util.List;
import java.util.Optional;

/** The component types of WIT types, as far as memory and core values show them: a handle is a number. */
final class Shapes {
    private static final ValueType HANDLE = new ValueType.Prim(Primitive.U32);

    private Shapes() {}

    static ValueType of(TypeRef type) {
        return switch (type) {
            case TypeRef.Prim(var keyword) -> new ValueType.Prim(primitive(keyword));
            case TypeRef.Named(var named) -> of(named.root());
            case TypeRef.ListOf(var element) -> new ValueType.ListOf(of(element));
            case TypeRef.FixedList(var element, int length) -> new ValueType.FixedList(of(element), length);
            case TypeRef.Option(var inner) -> new ValueType.Option(of(inner));
            case TypeRef.Result(var ok, var error) -> new ValueType.Result(ok.map(Shapes::of), error.map(Shapes::of));
            case TypeRef.Tuple(var types) -> new ValueType.Tuple(types.stream().map(Shapes::of).toList());
            case TypeRef.MapOf(var key, var value) -> new ValueType.MapOf(of(key), of(value));
            case TypeRef.Own _, TypeRef.Borrow _, TypeRef.Stream _, TypeRef.Future _ -> HANDLE;
        };
    }

    private static ValueType of(WitType root) {
        return switch (root.body()) {
            case WitType.Alias(var type) -> of(type);
            case WitType.Record(var fields) -> new ValueType.Record(fields.stream()
                    .map(f -> new ValueType.Field(f.name(), of(f.type())))
                    .toList());
            case WitType.Variant(var cases) -> new ValueType.Variant(cases.stream()
                    .map(c -> new ValueType.Case(c.name(), c.type().map(Shapes::of)))
                    .toList());
            case WitType.Enum(var cases) -> new ValueType.Enum(labels(cases));
            case WitType.Flags(var flags) -> new ValueType.Flags(labels(flags));
            case WitType.Resource() -> HANDLE;
        };
    }

    private static List<String> labels(List<WitType.Label> labels) {
        return labels.stream().map(WitType.Label::name).toList();
    }

    static Primitive primitive(String keyword) {
        return Optional.of(keyword.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
                .map(Primitive::valueOf)
                .orElseThrow();
    }
}
