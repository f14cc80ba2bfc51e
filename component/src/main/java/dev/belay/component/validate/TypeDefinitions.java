package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.At;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.component.model.Decl;
import dev.belay.component.model.Type;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.FunctionType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.ResourceType;
import dev.belay.component.type.ValueType;
import java.util.List;
import java.util.Optional;

/** Resolves type definitions, in components and within types. */
final class TypeDefinitions {
    private TypeDefinitions() {}

    static void define(Type type, Scope scope, int offset) {
        scope.types.add(resolve(type, scope, offset), offset);
    }

    private static AnyType resolve(Type type, Scope scope, int offset) {
        return switch (type) {
            case Type.Val t -> ValueTypes.define(t, scope, offset);
            case Type.Func t -> function(t, scope, offset);
            case Type.Component t -> component(t.decls(), scope, offset);
            case Type.Instance t -> instance(t.decls(), scope, offset);
            case Type.Resource t -> resource(t, scope, offset);
        };
    }

    private static FunctionType function(Type.Func type, Scope scope, int offset) {
        ValueTypes.checkLabels(
                "function parameter", type.params().stream().map(Type.Field::label).toList(), offset);
        var params = ValueTypes.fields(type.params(), scope, offset);
        Optional<ValueType> result = type.result().map(t -> ValueTypes.resolve(t, scope, offset));
        if (result.isPresent() && scope.validation.facts().of(result.get()).borrows()) {
            throw InvalidComponentException.invalid(offset, "function result cannot contain a `borrow` type");
        }
        var resolved = new FunctionType(type.async(), params, result);
        scope.validation.sizes().check(resolved, offset);
        return resolved;
    }

    private static ComponentType component(List<At<Decl>> decls, Scope outer, int offset) {
        Scope scope = outer.within(Scope.Kind.COMPONENT_TYPE, offset);
        decls.forEach(decl -> declare(decl.it(), scope, decl.offset()));
        return Finished.component(scope, offset);
    }

    private static InstanceType instance(List<At<Decl>> decls, Scope outer, int offset) {
        Scope scope = outer.within(Scope.Kind.INSTANCE_TYPE, offset);
        decls.forEach(decl -> declare(decl.it(), scope, decl.offset()));
        return Finished.instance(scope, offset);
    }

    private static void declare(Decl decl, Scope scope, int offset) {
        switch (decl) {
            case Decl.CoreTypeDecl d -> CoreTypeDefinitions.define(d.type(), scope, offset);
            case Decl.TypeDecl d -> define(d.type(), scope, offset);
            case Decl.AliasDecl d -> Aliases.declare(d.alias(), scope, offset);
            case Decl.ImportDecl d -> {
                if (scope.kind != Scope.Kind.COMPONENT_TYPE) {
                    throw InvalidComponentException.invalid(offset, "an instance type cannot import");
                }
                Externs.importing(d.name(), d.type(), scope, offset);
            }
            case Decl.ExportDecl d -> Externs.declareExport(d.name(), d.type(), scope, offset);
        }
    }

    private static ResourceType resource(Type.Resource type, Scope scope, int offset) {
        if (!scope.isComponent()) {
            throw InvalidComponentException.invalid(
                    offset, "resources can only be defined within a concrete component, not in a type");
        }
        if (type.rep() != CoreValType.I32) {
            throw InvalidComponentException.invalid(
                    offset, "resources can only be represented by `i32`, not `" + type.rep().text() + "`");
        }
        type.dtor().ifPresent(dtor -> {
            CoreType.Func actual = scope.coreFuncs.get(dtor, offset);
            var expected = new CoreType.Func(List.of(type.rep()), List.of());
            if (!actual.equals(expected)) {
                throw InvalidComponentException.invalid(
                        offset,
                        "wrong signature for a destructor: core function " + dtor + " has type " + actual.text()
                                + " and must have " + expected.text());
            }
        });
        var resource = ResourceType.fresh("resource-" + scope.types.size());
        scope.definedResources.put(resource, type.rep());
        return resource;
    }
}
