package dev.belay.wit.print;

import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.syntax.Keywords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Types where they are mentioned, and functions. */
final class TypeNames {
    private TypeNames() {}

    static String function(WitFunction function) {
        String params = params(skipSelf(function));
        String result = function.result().map(r -> " -> " + of(r)).orElse("");
        return switch (function.kind()) {
            case CONSTRUCTOR ->
                "constructor(" + params + ")" + (function.result().orElseThrow() instanceof TypeRef.Result ? result : "");
            case STATIC -> name(function) + ": static " + async(function) + "func(" + params + ")" + result;
            case FREE, METHOD -> name(function) + ": " + async(function) + "func(" + params + ")" + result;
        };
    }

    /** What follows the name. */
    static String signature(WitFunction function) {
        return async(function) + "func(" + params(function.params()) + ")"
                + function.result().map(r -> " -> " + of(r)).orElse("");
    }

    static String of(TypeRef type) {
        return switch (type) {
            case TypeRef.Prim(var keyword) -> keyword;
            case TypeRef.Named(var named) -> Keywords.escape(named.name());
            case TypeRef.ListOf(var element) -> "list<" + of(element) + ">";
            case TypeRef.FixedList(var element, int length) ->
                "list<" + of(element) + ", " + Integer.toUnsignedString(length) + ">";
            case TypeRef.Option(var some) -> "option<" + of(some) + ">";
            case TypeRef.Result(var ok, var error) -> result(ok, error);
            case TypeRef.Tuple(var types) ->
                "tuple<" + types.stream().map(TypeNames::of).collect(Collectors.joining(", ")) + ">";
            case TypeRef.MapOf(var key, var value) -> "map<" + of(key) + ", " + of(value) + ">";
            case TypeRef.Stream(var element) -> "stream" + element(element);
            case TypeRef.Future(var element) -> "future" + element(element);
            case TypeRef.Own(var resource) -> "own<" + Keywords.escape(resource.name()) + ">";
            case TypeRef.Borrow(var resource) -> "borrow<" + Keywords.escape(resource.name()) + ">";
        };
    }

    private static String result(Optional<TypeRef> ok, Optional<TypeRef> error) {
        if (ok.isEmpty() && error.isEmpty()) {
            return "result";
        }
        return "result<" + ok.map(TypeNames::of).orElse("_")
                + error.map(e -> ", " + of(e)).orElse("") + ">";
    }

    private static String element(Optional<TypeRef> type) {
        return type.map(t -> "<" + of(t) + ">").orElse("");
    }

    private static String name(WitFunction function) {
        return Keywords.escape(function.itemName());
    }

    private static String async(WitFunction function) {
        return function.async() ? "async " : "";
    }

    private static List<WitFunction.Param> skipSelf(WitFunction function) {
        var params = function.params();
        return function.kind() == WitFunction.Kind.METHOD ? params.subList(1, params.size()) : params;
    }

    private static String params(List<WitFunction.Param> params) {
        return params.stream()
                .map(p -> Keywords.escape(p.name()) + ": " + of(p.type()))
                .collect(Collectors.joining(", "));
    }
}
