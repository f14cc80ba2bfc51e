package dev.belay.compose.internal.encode;

import dev.belay.component.model.At;
import dev.belay.component.model.Decl;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.CoreModuleType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An index space of types: gives each type an index, defining it, and what it is made of, the first time. */
abstract class TypeScope {
    private final Map<ResourceType, Integer> resources = new IdentityHashMap<>();
    private final Set<ResourceType> named = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<ValueType, Integer> values = new HashMap<>();
    /** Named types may be equal: which of them is meant, only the object says. */
    private final Map<ValueType, Integer> same = new IdentityHashMap<>();

    /** Adds a definition and gives its index. */
    abstract int define(Type type);

    /** Adds a core module's type and gives its index among the core types. */
    abstract int defineModule(CoreModuleType type);

    /** The index for a resource type of something around or before this scope. */
    abstract int outerResource(ResourceType resource);

    /** The index for a value type that an import before this scope exports as {@code name}. */
    abstract Optional<Integer> outerValue(String name, ValueType type);

    /** The index for a value type that an import before this scope exports under any name. */
    abstract Optional<Integer> outerNamed(ValueType type);

    /** From here on {@code index} stands for the resource type. */
    final void name(ResourceType resource, int index) {
        resources.put(resource.origin(), index);
    }

    /** From here on {@code index} stands for the value type. */
    final void name(ValueType type, int index) {
        values.put(type, index);
        same.put(type, index);
    }

    private @Nullable Integer known(ValueType type) {
        Integer known = same.get(type);
        return known == null ? values.get(type) : known;
    }

    final int resource(ResourceType resource) {
        Integer known = resources.get(resource.origin());
        if (known != null) {
            return known;
        }
        int index = outerResource(resource);
        name(resource, index);
        return index;
    }

    final int value(ValueType type) {
        Integer known = known(type);
        if (known != null) {
            return known;
        }
        Optional<Integer> outer = needsName(type) ? outerNamed(type) : Optional.empty();
        if (outer.isPresent()) {
            name(type, outer.get());
            return outer.get();
        }
        return defined(type);
    }

    /** As {@link #value}, for a type that is to have its name here. */
    private int defined(ValueType type) {
        Integer known = known(type);
        if (known != null) {
            return known;
        }
        int index = define(definition(type));
        name(type, index);
        return index;
    }

    /** Whether imports and exports can refer to the type only by a name that something before gives it. */
    private static boolean needsName(ValueType type) {
        return type instanceof ValueType.Record
                || type instanceof ValueType.Variant
                || type instanceof ValueType.Enum
                || type instanceof ValueType.Flags;
    }

    final int any(AnyType type) {
        return switch (type) {
            case ValueType t -> value(t);
            case ResourceType t -> resource(t);
            case FunctionType t -> function(t);
            case InstanceType t -> instance(t);
            case ComponentType t -> component(t);
        };
    }

    final int function(FunctionType type) {
        return define(new Type.Func(
                type.async(), type.params().stream().map(this::field).toList(), type.result().map(this::ref)));
    }

    final int instance(InstanceType type) {
        var scope = DeclScope.instance(this);
        type.exports().forEach((name, export) -> scope.declare(name, export, Decl.ExportDecl::new));
        return define(new Type.Instance(scope.decls()));
    }

    final int component(ComponentType type) {
        var scope = DeclScope.component(this);
        type.imports().forEach((name, item) -> scope.declare(name, item, Decl.ImportDecl::new));
        type.exports().forEach((name, item) -> scope.declare(name, item, Decl.ExportDecl::new));
        List<At<Decl>> decls = scope.decls();
        return define(new Type.Component(decls));
    }

    /** What to write for the type of an import or export named {@code name}. */
    final ExternDesc extern(String name, ExternType type) {
        return switch (type) {
            case ExternType.Func(var function) -> new ExternDesc.Func(function(function));
            case ExternType.Instance(var instance) -> new ExternDesc.Instance(instance(instance));
            case ExternType.Component(var component) -> new ExternDesc.Component(component(component));
            case ExternType.Module(var module) -> new ExternDesc.CoreModule(defineModule(module));
            case ExternType.Value(var value) -> new ExternDesc.ValueOf(ref(value));
            case ExternType.TypeEq(ValueType value) ->
                new ExternDesc.TypeEq(outerValue(name, value).orElseGet(() -> defined(value)));
            case ExternType.TypeEq(var any) -> new ExternDesc.TypeEq(any(any));
            case ExternType.AbstractResource _ -> new ExternDesc.SubResource();
        };
    }

    /** Types that are imported or exported have a name from then on, and what follows refers to them by it. */
    final void introduce(ExternType type, int index) {
        switch (type) {
            case ExternType.TypeEq(ValueType value) -> name(value, index);
            case ExternType.TypeEq(ResourceType resource) -> nameOnce(resource, index);
            case ExternType.AbstractResource(var variable) -> nameOnce(variable, index);
            default -> {}
        }
    }

    /** Methods and constructors go with the first of a resource's names, the others are aliases of it. */
    private void nameOnce(ResourceType resource, int index) {
        if (named.add(resource.origin())) {
            name(resource, index);
        }
    }

    /** The name under which an instance exports a value type. */
    static Optional<String> nameOf(ValueType type, InstanceType instance) {
        return instance.exports().entrySet().stream()
                .filter(e -> e.getValue() instanceof ExternType.TypeEq(var same) && same.equals(type))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean isType(ExternType type) {
        return type instanceof ExternType.TypeEq || type instanceof ExternType.AbstractResource;
    }

    static ExternName externName(String name) {
        return ExternName.of(name);
    }

    final ValTypeRef ref(ValueType type) {
        return type instanceof ValueType.Prim(var primitive)
                ? new ValTypeRef.Prim(primitive)
                : new ValTypeRef.Index(value(type));
    }

    private Type.Field field(ValueType.Field field) {
        return new Type.Field(field.label(), ref(field.type()));
    }

    private Type definition(ValueType type) {
        return switch (type) {
            case ValueType.Prim(var primitive) -> new Type.Prim(primitive);
            case ValueType.Record(var fields) -> new Type.Record(fields.stream().map(this::field).toList());
            case ValueType.Variant(var cases) -> new Type.Variant(cases.stream()
                    .map(c -> new Type.Case(c.label(), c.type().map(this::ref)))
                    .toList());
            case ValueType.ListOf(var element) -> new Type.ListOf(ref(element));
            case ValueType.FixedList(var element, int length) -> new Type.FixedList(ref(element), length);
            case ValueType.Tuple(var types) -> new Type.Tuple(types.stream().map(this::ref).toList());
            case ValueType.Flags(var labels) -> new Type.Flags(labels);
            case ValueType.Enum(var labels) -> new Type.Enum(labels);
            case ValueType.Option(var some) -> new Type.Option(ref(some));
            case ValueType.Result(var ok, var error) -> new Type.Result(ok.map(this::ref), error.map(this::ref));
            case ValueType.Own(var resource) -> new Type.Own(resource(resource));
            case ValueType.Borrow(var resource) -> new Type.Borrow(resource(resource));
            case ValueType.Stream(var element) -> new Type.Stream(element.map(this::ref));
            case ValueType.Future(var element) -> new Type.Future(element.map(this::ref));
            case ValueType.MapOf(var key, var value) -> new Type.MapOf(ref(key), ref(value));
        };
    }
}
