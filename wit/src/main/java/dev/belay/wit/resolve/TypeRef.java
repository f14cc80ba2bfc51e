package dev.belay.wit.resolve;

import java.util.List;
import java.util.Optional;

/** A type where one is mentioned. */
public sealed interface TypeRef {
    /** A type that is a keyword, such as {@code u32}. */
    record Prim(String keyword) implements TypeRef {}

    /** A type by its name; if that is a resource, an owning handle to one. */
    record Named(WitType type) implements TypeRef {}

    record ListOf(TypeRef element) implements TypeRef {}

    record FixedList(TypeRef element, int length) implements TypeRef {}

    record Option(TypeRef type) implements TypeRef {}

    record Result(Optional<TypeRef> ok, Optional<TypeRef> error) implements TypeRef {}

    record Tuple(List<TypeRef> types) implements TypeRef {
        public Tuple {
            types = List.copyOf(types);
        }
    }

    record MapOf(TypeRef key, TypeRef value) implements TypeRef {}

    record Stream(Optional<TypeRef> element) implements TypeRef {}

    record Future(Optional<TypeRef> element) implements TypeRef {}

    /** @param resource a resource, or a name for one */
    record Own(WitType resource) implements TypeRef {}

    /** @param resource a resource, or a name for one */
    record Borrow(WitType resource) implements TypeRef {}
}
