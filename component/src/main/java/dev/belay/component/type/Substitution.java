package dev.belay.component.type;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Replaces resource types by others throughout a type. Parts that hold none of them are returned as they are. */
public final class Substitution {
    private final Map<ResourceType, ResourceType> replacements;

    private Substitution(Map<ResourceType, ResourceType> replacements) {
        this.replacements = replacements;
    }

    public static Substitution of(Map<ResourceType, ResourceType> replacements) {
        return new Substitution(new IdentityHashMap<>(replacements));
    }

    public ResourceType apply(ResourceType type) {
        return replacements.getOrDefault(type, type);
    }

    public AnyType apply(AnyType type) {
        return switch (type) {
            case ValueType t -> apply(t);
            case FunctionType t -> apply(t);
            case InstanceType t -> apply(t);
            case ComponentType t -> apply(t);
            case ResourceType t -> apply(t);
        };
    }

    public ValueType apply(ValueType type) {
        ValueType replaced = switch (type) {
            case ValueType.Prim t -> t;
            case ValueType.Flags t -> t;
            case ValueType.Enum t -> t;
            case ValueType.Record t -> new ValueType.Record(t.fields().stream().map(this::field).toList());
            case ValueType.Variant t -> new ValueType.Variant(t.cases().stream()
                    .map(c -> new ValueType.Case(c.label(), c.type().map(this::apply)))
                    .toList());
            case ValueType.ListOf t -> new ValueType.ListOf(apply(t.element()));
            case ValueType.FixedList t -> new ValueType.FixedList(apply(t.element()), t.length());
            case ValueType.Tuple t -> new ValueType.Tuple(t.types().stream().map(this::apply).toList());
            case ValueType.Option t -> new ValueType.Option(apply(t.type()));
            case ValueType.Result t -> new ValueType.Result(t.ok().map(this::apply), t.error().map(this::apply));
            case ValueType.Own t -> new ValueType.Own(apply(t.resource()));
            case ValueType.Borrow t -> new ValueType.Borrow(apply(t.resource()));
            case ValueType.Stream t -> new ValueType.Stream(t.element().map(this::apply));
            case ValueType.Future t -> new ValueType.Future(t.element().map(this::apply));
            case ValueType.MapOf t -> new ValueType.MapOf(apply(t.key()), apply(t.value()));
        };
        return replaced.equals(type) ? type : replaced;
    }

    public FunctionType apply(FunctionType type) {
        var replaced = new FunctionType(
                type.async(), type.params().stream().map(this::field).toList(), type.result().map(this::apply));
        return replaced.equals(type) ? type : replaced;
    }

    public InstanceType apply(InstanceType type) {
        return new InstanceType(externs(type.exports()));
    }

    public ComponentType apply(ComponentType type) {
        return new ComponentType(externs(type.imports()), externs(type.exports()));
    }

    public ExternType apply(ExternType type) {
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

    private ValueType.Field field(ValueType.Field field) {
        return new ValueType.Field(field.label(), apply(field.type()));
    }

    private Map<String, ExternType> externs(Map<String, ExternType> externs) {
        var result = new LinkedHashMap<String, ExternType>();
        externs.forEach((name, type) -> result.put(name, apply(type)));
        return result;
    }
}
