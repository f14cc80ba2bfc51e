package dev.belay.component.wit;

import dev.belay.component.model.Primitive;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns types of WIT into component types, each resource of WIT into one resource type. */
final class TypeConverter {
    private static final Map<String, ValueType> PRIMITIVES = primitives();

    private final Optional<TypeConverter> outer;
    private final Set<WitInterface> own;
    private final Map<WitType, ResourceType> resources = new HashMap<>();
    private final Map<WitType, ValueType> values = new HashMap<>();

    private TypeConverter(Optional<TypeConverter> outer, Set<WitInterface> own) {
        this.outer = outer;
        this.own = own;
    }

    static TypeConverter fresh() {
        return new TypeConverter(Optional.empty(), Set.of());
    }

    /** A converter that gives the resources of {@code own} new identities and shares all others with this one. */
    TypeConverter within(Set<WitInterface> own) {
        return new TypeConverter(Optional.of(this), Set.copyOf(own));
    }

    InstanceType instance(WitInterface type) {
        var exports = new LinkedHashMap<String, ExternType>();
        for (Map.Entry<String, WitType> entry : type.types().entrySet()) {
            exports.put(entry.getKey(), extern(entry.getValue()));
        }
        for (Map.Entry<String, WitFunction> entry : type.functions().entrySet()) {
            exports.put(entry.getKey(), new ExternType.Func(function(entry.getValue())));
        }
        return new InstanceType(exports);
    }

    /** What a named type is where it is declared or used. */
    ExternType extern(WitType type) {
        if (type.body() instanceof WitType.Resource) {
            return new ExternType.AbstractResource(resource(type));
        }
        return new ExternType.TypeEq(type.isResource() ? resource(type) : named(type));
    }

    FunctionType function(WitFunction function) {
        var params = new ArrayList<ValueType.Field>();
        for (WitFunction.Param param : function.params()) {
            params.add(new ValueType.Field(param.name(), value(param.type())));
        }
        return new FunctionType(function.async(), params, value(function.result()));
    }

    private ResourceType resource(WitType type) {
        WitType root = type.root();
        boolean isOwn = root.owner().isPresent() && own.contains(root.owner().get());
        if (outer.isPresent() && !isOwn) {
            return outer.get().resource(root);
        }
        return resources.computeIfAbsent(root, r -> ResourceType.fresh(r.name()));
    }

    private Optional<ValueType> value(Optional<TypeRef> type) {
        return type.isPresent() ? Optional.of(value(type.get())) : Optional.empty();
    }

    private ValueType value(TypeRef type) {
        return switch (type) {
            case TypeRef.Prim t -> PRIMITIVES.getOrDefault(t.keyword(), ValueType.BOOL);
            case TypeRef.Named t -> t.type().isResource() ? new ValueType.Own(resource(t.type())) : named(t.type());
            case TypeRef.ListOf t -> new ValueType.ListOf(value(t.element()));
            case TypeRef.FixedList t -> new ValueType.FixedList(value(t.element()), t.length());
            case TypeRef.Option t -> new ValueType.Option(value(t.type()));
            case TypeRef.Result t -> new ValueType.Result(value(t.ok()), value(t.error()));
            case TypeRef.Tuple t -> new ValueType.Tuple(map(t.types(), this::value));
            case TypeRef.MapOf t -> new ValueType.MapOf(value(t.key()), value(t.value()));
            case TypeRef.Stream t -> new ValueType.Stream(value(t.element()));
            case TypeRef.Future t -> new ValueType.Future(value(t.element()));
            case TypeRef.Own t -> new ValueType.Own(resource(t.resource()));
            case TypeRef.Borrow t -> new ValueType.Borrow(resource(t.resource()));
        };
    }

    private ValueType named(WitType type) {
        ValueType known = values.get(type);
        if (known == null) {
            known = shared(type, body(type));
            values.put(type, known);
        }
        return known;
    }

    /** The same object as around this, unless resources differ: of types that look the same, the object says which is meant. */
    private ValueType shared(WitType type, ValueType made) {
        ValueType around = outer.isPresent() ? outer.get().named(type) : made;
        return around.equals(made) ? around : made;
    }

    private ValueType body(WitType type) {
        return switch (type.body()) {
            case WitType.Alias body -> value(body.type());
            case WitType.Record body ->
                new ValueType.Record(map(body.fields(), f -> new ValueType.Field(f.name(), value(f.type()))));
            case WitType.Variant body ->
                new ValueType.Variant(map(body.cases(), c -> new ValueType.Case(c.name(), value(c.type()))));
            case WitType.Enum body -> new ValueType.Enum(map(body.cases(), WitType.Label::name));
            case WitType.Flags body -> new ValueType.Flags(map(body.flags(), WitType.Label::name));
            case WitType.Resource _ -> new ValueType.Own(resource(type));
        };
    }

    private static <A, B> List<B> map(List<A> list, Function<A, B> function) {
        var result = new ArrayList<B>(list.size());
        for (A item : list) {
            result.add(function.apply(item));
        }
        return result;
    }

    private static Map<String, ValueType> primitives() {
        var map = new HashMap<String, ValueType>();
        for (Primitive primitive : Primitive.values()) {
            map.put(primitive.text(), ValueType.of(primitive));
        }
        return map;
    }
}
