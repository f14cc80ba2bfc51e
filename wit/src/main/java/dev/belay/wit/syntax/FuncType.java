package dev.belay.wit.syntax;

import java.util.List;
import java.util.Optional;

/** The type of a function. */
public record FuncType(boolean async, List<Field> params, Optional<TypeExpr> result) {
    public FuncType {
        params = List.copyOf(params);
    }
}
