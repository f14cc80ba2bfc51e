package dev.belay.component.type;

import java.util.List;
import java.util.Optional;

/** The type of a component function. */
public record FunctionType(boolean async, List<ValueType.Field> params, Optional<ValueType> result)
        implements AnyType {
    public FunctionType {
        params = List.copyOf(params);
    }
}
