package dev.belay.runtime;

import dev.belay.component.type.FunctionType;
import java.util.Optional;

/** A function of an instance, ready to be called. */
public interface ComponentFunction {
    FunctionType type();

    /**
     * @param args one for each parameter, as {@link dev.belay.runtime.value} says
     * @return the result, empty if the function has none
     * @throws Trap if guest code traps
     * @throws IllegalArgumentException if the arguments do not fit the parameters
     */
    Optional<Object> call(Object... args);
}
