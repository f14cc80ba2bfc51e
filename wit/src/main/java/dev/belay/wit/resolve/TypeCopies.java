package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies of a world's types, for another world. Types of interfaces are not copied. */
final class TypeCopies {
    private final Map<WitType, WitType> copies = new HashMap<>();

    /** A copy of {@code type} called {@code name}; what it needs must have been copied before. */
    WitType copy(WitType type, String name) {
        var copy = new WitType(name, type.span(), Optional.empty(), type.meta(), body(type.body()));
        copies.put(type, copy);
        return copy;
    }

    WitFunction function(WitFunction function, String itemName) {
        var params = new ArrayList<WitFunction.Param>();
        for (WitFunction.Param param : function.params()) {
            params.add(new WitFunction.Param(param.name(), ref(param.type())));
        }
        Optional<WitType> resource = function.resource().map(this::of);
        return new WitFunction(
                WitFunction.nameOf(function.kind(), resource.map(WitType::name).orElse(""), itemName),
                new Id(itemName, function.item().span()),
                function.kind(),
                resource,
                function.meta(),
                function.async(),
                params,
                function.result().map(this::ref));
    }

    private WitType of(WitType type) {
        return copies.getOrDefault(type, type);
    }

    private WitType.Body body(WitType.Body body) {
        return switch (body) {
            case WitType.Alias alias -> new WitType.Alias(ref(alias.type()));
            case WitType.Record record -> new WitType.Record(record.fields().stream()
                    .map(f -> new WitType.Field(f.name(), ref(f.type()), f.docs()))
                    .toList());
            case WitType.Variant variant -> new WitType.Variant(variant.cases().stream()
                    .map(c -> new WitType.Case(c.name(), c.type().map(this::ref), c.docs()))
                    .toList());
            case WitType.Enum _, WitType.Flags _, WitType.Resource _ -> body;
        };
    }

    private TypeRef ref(TypeRef type) {
        return switch (type) {
            case TypeRef.Prim t -> t;
            case TypeRef.Named t -> new TypeRef.Named(of(t.type()));
            case TypeRef.ListOf t -> new TypeRef.ListOf(ref(t.element()));
            case TypeRef.FixedList t -> new TypeRef.FixedList(ref(t.element()), t.length());
            case TypeRef.Option t -> new TypeRef.Option(ref(t.type()));
            case TypeRef.Result t -> new TypeRef.Result(t.ok().map(this::ref), t.error().map(this::ref));
            case TypeRef.Tuple t -> new TypeRef.Tuple(refs(t.types()));
            case TypeRef.MapOf t -> new TypeRef.MapOf(ref(t.key()), ref(t.value()));
            case TypeRef.Stream t -> new TypeRef.Stream(t.element().map(this::ref));
            case TypeRef.Future t -> new TypeRef.Future(t.element().map(this::ref));
            case TypeRef.Own t -> new TypeRef.Own(of(t.resource()));
            case TypeRef.Borrow t -> new TypeRef.Borrow(of(t.resource()));
        };
    }

    private List<TypeRef> refs(List<TypeRef> types) {
        return types.stream().map(this::ref).toList();
    }
}
