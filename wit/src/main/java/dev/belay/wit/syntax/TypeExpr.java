package dev.belay.wit.syntax;

import java.util.List;
import java.util.Optional;

/** A type where one is mentioned. */
public sealed interface TypeExpr {
    /** A type that is a keyword of its own, such as {@code u32}; see {@link Primitives#isPrimitive}. */
    record Prim(String keyword) implements TypeExpr {}

    record Named(Id name) implements TypeExpr {}

    record ListOf(TypeExpr element) implements TypeExpr {}

    record FixedList(TypeExpr element, int length) implements TypeExpr {}

    record Option(TypeExpr type) implements TypeExpr {}

    record Result(Optional<TypeExpr> ok, Optional<TypeExpr> error) implements TypeExpr {}

    record Tuple(List<TypeExpr> types) implements TypeExpr {
        public Tuple {
            types = List.copyOf(types);
        }
    }

    record MapOf(TypeExpr key, TypeExpr value) implements TypeExpr {}

    record Stream(Optional<TypeExpr> element) implements TypeExpr {}

    record Future(Optional<TypeExpr> element) implements TypeExpr {}

    record Own(Id resource) implements TypeExpr {}

    record Borrow(Id resource) implements TypeExpr {}
}
