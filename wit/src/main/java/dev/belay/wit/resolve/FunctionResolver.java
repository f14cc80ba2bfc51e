package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.resolve.WitFunction.Kind;
import dev.belay.wit.resolve.WitFunction.Param;
import dev.belay.wit.syntax.Field;
import dev.belay.wit.syntax.FuncType;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.TypeExpr;
import dev.belay.wit.syntax.TypeItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions and methods, with the rules they must keep. */
final class FunctionResolver {
    private final Features features;
    private final PackageName owner;
    private final TypeScope types;

    FunctionResolver(Features features, PackageName owner, TypeScope types) {
        this.features = features;
        this.owner = owner;
        this.types = types;
    }

    WitFunction free(Meta meta, Id name, FuncType type) {
        return function(Kind.FREE, Optional.empty(), meta, name, type);
    }

    /** The active functions of a resource of this scope. */
    List<WitFunction> methods(TypeItem.Resource item) {
        WitType resource = types.resolve(item.name());
        var names = new Names("function");
        var result = new ArrayList<WitFunction>();
        for (TypeItem.Method method : item.methods()) {
            names.claim(method.name());
            Gates.checkVersion(owner, method.meta(), method.name());
            if (features.active(method.meta())) {
                result.add(function(
                        kind(method.kind()), Optional.of(resource), method.meta(), method.name(), method.type()));
            }
        }
        return result;
    }

    private static Kind kind(TypeItem.MethodKind kind) {
        return switch (kind) {
            case CONSTRUCTOR -> Kind.CONSTRUCTOR;
            case METHOD -> Kind.METHOD;
            case STATIC -> Kind.STATIC;
        };
    }

    private WitFunction function(Kind kind, Optional<WitType> resource, Meta meta, Id name, FuncType type) {
        var params = new ArrayList<Param>();
        var names = new Names("parameter");
        if (kind == Kind.METHOD) {
            names.claim(Id.of("self"));
            params.add(new Param("self", new TypeRef.Borrow(resource.orElseThrow())));
        }
        for (Field param : type.params()) {
            names.claim(param.name());
            TypeRef ref = types.ref(param.type());
            TypeScope.checkSize(TypeFacts.of(ref), param.name());
            params.add(new Param(param.name().name(), ref));
        }
        Optional<TypeRef> result =
                kind == Kind.CONSTRUCTOR ? constructed(resource.orElseThrow(), name, type) : types.ref(type.result());
        if (result.isPresent()) {
            checkResult(TypeFacts.of(result.get()), name);
        }
        String full = WitFunction.nameOf(kind, resource.isPresent() ? resource.get().name() : "", name.name());
        return new WitFunction(full, name, kind, resource, meta, type.async(), params, result);
    }

    private static void checkResult(TypeFacts facts, Id name) {
        TypeScope.checkSize(facts, name);
        if (facts.holdsBorrow()) {
            throw new WitException(new Problem.BrokenRule(
                    name.span(), "function `" + name + "` returns a type that holds a `borrow`, which no result can"));
        }
    }

    private Optional<TypeRef> constructed(WitType resource, Id name, FuncType type) {
        if (type.result().isEmpty()) {
            return Optional.of(new TypeRef.Named(resource));
        }
        if (!(type.result().get() instanceof TypeExpr.Result result)) {
            throw new WitException(new Problem.BrokenRule(
                    name.span(), "a constructor returns nothing in writing, or a `result` of its resource"));
        }
        if (result.ok().isEmpty()
                || !(result.ok().get() instanceof TypeExpr.Named ok)
                || !ok.name().name().equals(resource.name())) {
            throw new WitException(new Problem.BrokenRule(
                    name.span(), "a constructor's `result` must have `" + resource + "` as its first type"));
        }
        return Optional.of(types.ref(result));
    }
}
