package dev.belay.runtime;

import org.jspecify.annotations.Nullable;

/** A component function that the host implements. */
@FunctionalInterface
public interface HostFunction {
    /**
     * @param args one Java value for each parameter, as {@link dev.belay.runtime.value} says
     * @return the result's Java value; ignored if the function has none
     */
    @Nullable Object call(HostCall call, Object[] args);
}
