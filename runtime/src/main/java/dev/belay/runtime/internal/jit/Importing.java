package dev.belay.runtime.internal.jit;

import dev.belay.runtime.internal.typed.TypedCall;

/** A machine that finds what its instance was given for imports, when they are first called. */
public interface Importing {
    /** @param function by its index among imported ones */
    TypedCall imported(int function);
}
