package dev.belay.runtime.internal.core;

import dev.belay.runtime.internal.core.CoreItem.Function;

/**
 * Whether a shim and the function that it leads to are of one type. Types are a plan's, and not an instance's, so that what
 * one instance found holds for the next: to ask costs a call of each. Thread-safe.
 */
public final class SameShape {
    private volatile boolean found;

    /** Whether they were found to be: then neither needs to be had to know. */
    public boolean isFound() {
        return found;
    }

    boolean has(Function target, Function shim) {
        // both have a class for their shape
        if (!found && target.typed().getClass().getSuperclass() == shim.typed().getClass().getSuperclass()) {
            found = true;
        }
        return found;
    }
}
