package dev.belay.runtime.internal.plan;

import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Decl;
import dev.belay.component.model.ExternDesc;
import dev.belay.component.model.Sort;
import dev.belay.component.model.Type;
import dev.belay.component.model.ValTypeRef;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.CoreModuleType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.Substitution;
import dev.belay.component.type.ValueType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Type definitions of a valid component with their indices followed in a scope. */
final class TypeResolver {
    private TypeResolver() {}

    /** The type that {@code type} defines in {@code scope}; not for resource types, which are more than a type. */
    static AnyType resolve(Type type, Scope scope) {
        return switch (type) {
            case Type.Val t -> value(t, scope);
            case Type.Func t ->
                new FunctionType(t.async(), fields(t.params(), scope), t.result().map(r -> ref(r, scope)));
            case Type.Instance t -> new InstanceType(declared(t.decls(), new Scope(Optional.of(scope), scope.part()))
                    .exports());
            case Type.Component t -> declared(t.decls(), new Scope(Optional.of(scope), scope.part()));
            case Type.Resource _ -> throw new IllegalStateException("a resource type is defined by its component");
        };
    }

    static ValueType ref(ValTypeRef ref, Scope scope) {
        return switch (ref) {
            case ValTypeRef.Prim(var primitive) -> ValueType.of(primitive);
            case ValTypeRef.Index(var index) -> (ValueType) type(index, scope);
        };
    }

    static AnyType type(int index, Scope scope) {
        return ((Item.Type) scope.get(Sort.TYPE, index)).type();
    }

    static ResourceType resource(int index, Scope scope) {
        return (ResourceType) type(index, scope);
    }

    /** The type of an import or export; abstract resources in it are new, unlike those of any other. */
    static ExternType extern(ExternDesc desc, Scope scope, String name) {
        return switch (desc) {
            case ExternDesc.Func(var t) -> new ExternType.Func((FunctionType) type(t, scope));
            case ExternDesc.Instance(var t) -> new ExternType.Instance(fresh((InstanceType) type(t, scope)));
            case ExternDesc.Component(var t) -> new ExternType.Component((ComponentType) type(t, scope));
            case ExternDesc.CoreModule _ -> new ExternType.Module(new CoreModuleType(List.of(), Map.of()));
            case ExternDesc.TypeEq(var t) -> new ExternType.TypeEq(type(t, scope));
            case ExternDesc.SubResource() -> new ExternType.AbstractResource(ResourceType.fresh(name));
            case ExternDesc.ValueOf(var t) -> new ExternType.Value(ref(t, scope));
            case ExternDesc.ValueEq _ -> new ExternType.Value(ValueType.BOOL);
        };
    }

    /** What stands for an import of that type: functions of {@code path}, and the types as they are. */
    static Item imported(List<String> path, ExternType type) {
        return switch (type) {
            case ExternType.Func(var t) -> new Item.Imported(path, t);
            case ExternType.Instance(var t) -> {
                var exports = new LinkedHashMap<String, Item>();
                t.exports().forEach((name, its) -> exports.put(name, imported(append(path, name), its)));
                yield new Item.Instance(exports);
            }
            case ExternType.TypeEq(var t) -> new Item.Type(t);
            case ExternType.AbstractResource(var t) -> new Item.Type(t);
            case ExternType.Component _, ExternType.Module _, ExternType.Value _ ->
                new Item.Opaque(type.sort(), String.join(" » ", path));
        };
    }

    static Sort sort(ExternType type) {
        return switch (type) {
            case ExternType.Func _ -> Sort.FUNC;
            case ExternType.Instance _ -> Sort.INSTANCE;
            case ExternType.Component _ -> Sort.COMPONENT;
            case ExternType.Module _ -> Sort.CORE_MODULE;
            case ExternType.Value _ -> Sort.VALUE;
            case ExternType.TypeEq _, ExternType.AbstractResource _ -> Sort.TYPE;
        };
    }

    private static ValueType value(Type.Val type, Scope scope) {
        return switch (type) {
            case Type.Prim t -> ValueType.of(t.type());
            case Type.Record t -> new ValueType.Record(fields(t.fields(), scope));
            case Type.Variant t -> new ValueType.Variant(t.cases().stream()
                    .map(c -> new ValueType.Case(c.label(), c.type().map(p -> ref(p, scope))))
                    .toList());
            case Type.ListOf t -> new ValueType.ListOf(ref(t.element(), scope));
            case Type.FixedList t -> new ValueType.FixedList(ref(t.element(), scope), t.length());
            case Type.Tuple t -> new ValueType.Tuple(
                    t.types().stream().map(e -> ref(e, scope)).toList());
            case Type.Flags t -> new ValueType.Flags(t.labels());
            case Type.Enum t -> new ValueType.Enum(t.labels());
            case Type.Option t -> new ValueType.Option(ref(t.type(), scope));
            case Type.Result t ->
                new ValueType.Result(t.ok().map(o -> ref(o, scope)), t.error().map(e -> ref(e, scope)));
            case Type.Own t -> new ValueType.Own(resource(t.resource(), scope));
            case Type.Borrow t -> new ValueType.Borrow(resource(t.resource(), scope));
            case Type.Stream t -> new ValueType.Stream(t.element().map(e -> ref(e, scope)));
            case Type.Future t -> new ValueType.Future(t.element().map(e -> ref(e, scope)));
            case Type.MapOf t -> new ValueType.MapOf(ref(t.key(), scope), ref(t.value(), scope));
        };
    }

    private static List<ValueType.Field> fields(List<Type.Field> fields, Scope scope) {
        return fields.stream()
                .map(f -> new ValueType.Field(f.label(), ref(f.type(), scope)))
                .toList();
    }

    private static ComponentType declared(List<At<Decl>> decls, Scope scope) {
        var imports = new LinkedHashMap<String, ExternType>();
        var exports = new LinkedHashMap<String, ExternType>();
        for (At<Decl> decl : decls) {
            switch (decl.it()) {
                case Decl.CoreTypeDecl(var t) -> scope.coreTypes().add(t);
                case Decl.TypeDecl(var t) -> scope.add(Sort.TYPE, new Item.Type(resolve(t, scope)));
                case Decl.AliasDecl(var alias) -> alias(alias, scope);
                case Decl.ImportDecl(var name, var desc) -> declare(name.name(), desc, scope, imports);
                case Decl.ExportDecl(var name, var desc) -> declare(name.name(), desc, scope, exports);
            }
        }
        return new ComponentType(imports, exports);
    }

    private static void declare(String name, ExternDesc desc, Scope scope, Map<String, ExternType> into) {
        ExternType type = extern(desc, scope, name);
        into.put(name, type);
        scope.add(sort(type), imported(List.of(name), type));
    }

    private static void alias(Alias alias, Scope scope) {
        switch (alias) {
            case Alias.Outer(Sort.Core(CoreSort sort), int count, int index) when sort == CoreSort.TYPE ->
                scope.coreTypes().add(scope.out(count).coreTypes().get(index));
            case Alias.Outer(Sort sort, int count, int index) ->
                scope.add(sort, scope.out(count).get(sort, index));
            case Alias.Export(Sort sort, int instance, String name) ->
                scope.add(sort, exported(scope, instance, name));
            case Alias.CoreExport _ -> throw new IllegalStateException("a type has no core instances");
        }
    }

    static Item exported(Scope scope, int instance, String name) {
        var from = (Item.Instance) scope.get(Sort.INSTANCE, instance);
        Item item = from.exports().get(name);
        if (item == null) {
            throw new IllegalStateException("validated alias of a missing export '" + name + "'");
        }
        return item;
    }

    /** The type with a new variable for each abstract resource that it declares. */
    private static InstanceType fresh(InstanceType type) {
        var variables = new HashMap<ResourceType, ResourceType>();
        collectVariables(type, variables);
        return variables.isEmpty() ? type : Substitution.of(variables).apply(type);
    }

    private static void collectVariables(InstanceType type, Map<ResourceType, ResourceType> variables) {
        type.exports().values().forEach(export -> {
            if (export instanceof ExternType.AbstractResource(var variable)) {
                variables.put(variable, ResourceType.fresh(variable.name()));
            } else if (export instanceof ExternType.Instance(var nested)) {
                collectVariables(nested, variables);
            }
        });
    }

    private static List<String> append(List<String> path, String name) {
        return java.util.stream.Stream.concat(path.stream(), java.util.stream.Stream.of(name)).toList();
    }
}
