package dev.belay.bindings.internal;

import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitType;
import java.util.Optional;
import java.util.stream.Stream;

/** Which types have to do with resources. */
final class Handles {
    private Handles() {}

    /** Whether it is a resource, or holds one at any depth. */
    static boolean areIn(WitType type) {
        return switch (type.body()) {
            case WitType.Resource() -> true;
            case WitType.Alias(var other) -> areIn(other);
            case WitType.Record(var fields) -> fields.stream().anyMatch(each -> areIn(each.type()));
            case WitType.Variant(var cases) -> cases.stream().anyMatch(each -> areIn(each.type()));
            case WitType.Enum _, WitType.Flags _ -> false;
        };
    }

    private static boolean areIn(Optional<TypeRef> type) {
        return type.filter(Handles::areIn).isPresent();
    }

    private static boolean areIn(TypeRef type) {
        return switch (type) {
            case TypeRef.Prim _ -> false;
            case TypeRef.Named(var named) -> areIn(named);
            case TypeRef.Own _, TypeRef.Borrow _ -> true;
            case TypeRef.ListOf(var element) -> areIn(element);
            case TypeRef.FixedList(var element, var _) -> areIn(element);
            case TypeRef.Option(var inner) -> areIn(inner);
            case TypeRef.Result(var ok, var error) -> areIn(ok) || areIn(error);
            case TypeRef.Tuple(var all) -> all.stream().anyMatch(Handles::areIn);
            case TypeRef.MapOf(var key, var value) -> areIn(key) || areIn(value);
            case TypeRef.Stream(var element) -> areIn(element);
            case TypeRef.Future(var element) -> areIn(element);
        };
    }
}
