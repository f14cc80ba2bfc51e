package dev.belay.bindings.internal;

import dev.belay.bindings.BindingsException;
import dev.belay.wit.error.Report;
import dev.belay.wit.error.Span;
import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.resolve.WitWorld;
import dev.belay.wit.resolve.WorldItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what of a world Java has no binding for, before anything is written. */
final class Unbound {
    private static final Map<String, String> INSTEAD = Map.of(
            "map", "use a list of tuples",
            "stream", "use a function that gives the next piece, or an input-stream of wasi:io",
            "future", "use a function that waits",
            "error-context", "use a string or a variant");

    private final Side side;
    private final List<String> reports = new ArrayList<>();

    private Unbound(Side side) {
        this.side = side;
    }

    /** @throws BindingsException with all there is, and where it stands */
    static void refuse(WitWorld world, Side side) {
        var unbound = new Unbound(side);
        for (Map<String, WorldItem> items : List.of(world.imports(), world.exports())) {
            for (WorldItem item : items.values()) {
                switch (item) {
                    case WorldItem.Func(var _, var function) -> unbound.function(function);
                    case WorldItem.Type(var _, var type) -> unbound.type(type);
                    case WorldItem.Interface(var _, var type) -> {
                        type.types().values().forEach(unbound::type);
                        type.functions().values().forEach(unbound::function);
                    }
                }
            }
        }
        if (!unbound.reports.isEmpty()) {
            throw new BindingsException(String.join("\n", unbound.reports.stream().distinct().toList()));
        }
    }

    private void function(WitFunction function) {
        String what = "function `" + function.itemName() + "`";
        if (function.async()) {
            report(function.item().span(), what + " is asynchronous, which Java has no binding for yet", "leave out `async`");
        }
        for (WitFunction.Param param : function.params()) {
            refer(param.type(), function.item().span(), what + ", parameter `" + param.name() + "`");
        }
        function.result().ifPresent(type -> refer(type, function.item().span(), what + ", result"));
    }

    private void type(WitType type) {
        String what = "type `" + type.name() + "`";
        Span span = type.span();
        switch (type.body()) {
            case WitType.Alias(var other) -> refer(other, span, what);
            case WitType.Record(var fields) ->
                fields.forEach(field -> refer(field.type(), span, what + ", field `" + field.name() + "`"));
            case WitType.Variant(var cases) ->
                cases.forEach(each -> each.type().ifPresent(its -> refer(its, span, what + ", case `" + each.name() + "`")));
            case WitType.Enum _, WitType.Flags _, WitType.Resource _ -> {}
        }
    }

    private void refer(TypeRef type, Span span, String what) {
        switch (type) {
            case TypeRef.Prim(var keyword) when keyword.equals("error-context") -> within(List.of(), span, what, keyword);
            case TypeRef.Stream(var element) -> within(element.stream().toList(), span, what, "stream");
            case TypeRef.Future(var element) -> within(element.stream().toList(), span, what, "future");
            case TypeRef.MapOf(var key, var value) -> within(List.of(key, value), span, what, side == Side.GUEST ? "map" : "");
            case TypeRef.ListOf(var element) -> refer(element, span, what);
            case TypeRef.FixedList(var element, var _) -> refer(element, span, what);
            case TypeRef.Option(var inner) -> refer(inner, span, what);
            case TypeRef.Result(var ok, var error) -> within(present(ok, error), span, what, "");
            case TypeRef.Tuple(var all) -> within(all, span, what, "");
            case TypeRef.Prim _, TypeRef.Named _, TypeRef.Own _, TypeRef.Borrow _ -> {} // named ones are told where they stand
        }
    }

    private static List<TypeRef> present(Optional<TypeRef> ok, Optional<TypeRef> error) {
        var present = new ArrayList<TypeRef>();
        ok.ifPresent(present::add);
        error.ifPresent(present::add);
        return present;
    }

    /** @param refused the keyword of the type that they are in, if it is none for Java */
    private void within(Collection<TypeRef> types, Span span, String what, String refused) {
        if (!refused.isEmpty()) {
            report(span, what + ": Java has no binding for a `" + refused + "` yet", INSTEAD.getOrDefault(refused, ""));
        }
        types.forEach(each -> refer(each, span, what));
    }

    private void report(Span span, String message, String hint) {
        reports.add(Report.of(span, message, Optional.of(hint)));
    }
}
