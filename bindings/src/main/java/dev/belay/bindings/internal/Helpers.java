package dev.belay.bindings.internal;

import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods that one class has for types without a name: those that were asked for, each once. */
final class Helpers {
    /** @param lifts whether it lifts, rather than lowers */
    record Request(TypeRef type, boolean lifts) {}

    private final Map<TypeRef, String> names = new HashMap<>();
    private final Unique unique = new Unique();
    private final Set<Request> asked = new HashSet<>();
    private final Deque<Request> pending = new ArrayDeque<>();

    /** The method's name. */
    String name(TypeRef type, boolean lifts) {
        String name = names.computeIfAbsent(type, t -> unique.name("A" + words(t)));
        var request = new Request(type, lifts);
        if (asked.add(request)) {
            pending.add(request);
        }
        return (lifts ? "lift" : "lower") + name;
    }

    /** The next that was asked for and is not written yet. */
    Optional<Request> next() {
        return Optional.ofNullable(pending.poll());
    }

    private static String words(TypeRef type) {
        return switch (type) {
            case TypeRef.Prim(var keyword) -> JavaNames.pascalCase(keyword);
            case TypeRef.Named(var t) -> JavaNames.pascalCase(t.name());
            case TypeRef.Own(var t) -> JavaNames.pascalCase(t.name());
            case TypeRef.Borrow(var t) -> "Borrowed" + JavaNames.pascalCase(t.name());
            case TypeRef.ListOf(var t) -> "ListOf" + words(t);
            case TypeRef.FixedList(var t, var length) -> "ListOf" + length + words(t);
            case TypeRef.Option(var t) -> "Optional" + words(t);
            case TypeRef.Result(var ok, var error) ->
                "Result" + ok.map(Helpers::words).orElse("") + "Or" + error.map(Helpers::words).orElse("Not");
            case TypeRef.Tuple(var all) ->
                "Tuple" + String.join("", all.stream().map(Helpers::words).toList());
            default -> "Value";
        };
    }
}
