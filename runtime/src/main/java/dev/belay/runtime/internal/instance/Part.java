package dev.belay.runtime.internal.instance;

import dev.belay.runtime.Trap;
import java.util.Optional;

/** A component instance within an instance ({@code ComponentInstance} of the specification). */
final class Part {
    private final Optional<Part> parent;
    private final int index;
    private final HandleTable handles;
    private boolean entered;
    private boolean mayLeave = true;

    Part(int index, Optional<Part> parent, int handleLimit) {
        this.index = index;
        this.parent = parent;
        this.handles = new HandleTable(handleLimit);
    }

    int index() {
        return index;
    }

    HandleTable handles() {
        return handles;
    }

    void requireMayLeave() {
        if (!mayLeave) {
            throw new Trap(Trap.Kind.CANNOT_LEAVE);
        }
    }

    /** Runs guest code that may not call out of the part. */
    <T> T withoutLeaving(java.util.function.Supplier<T> code) {
        mayLeave = false;
        T result = code.get();
        mayLeave = true;
        return result;
    }

    /**
     * Requires that a call from {@code caller} does not go to a part that it is within, or that is within it.
     *
     * <p>The reference tests want a trap for such calls, which may turn out to be recursive.
     */
    void requireNoKin(Optional<Part> caller) {
        if (caller.isPresent() && (within(caller, this) || within(Optional.of(this), caller.get()))) {
            throw new Trap(Trap.Kind.CANNOT_ENTER);
        }
    }

    /**
     * Enters this part and those around it, up to what {@code caller} is within already.
     *
     * @throws Trap if one of them is entered
     */
    void enterFrom(Optional<Part> caller) {
        for (Optional<Part> p = Optional.of(this); p.isPresent() && !within(caller, p.get()); p = p.get().parent) {
            if (p.get().entered) {
                throw new Trap(Trap.Kind.CANNOT_ENTER);
            }
        }
        mark(caller, true);
    }

    void leaveTo(Optional<Part> caller) {
        mark(caller, false);
    }

    private void mark(Optional<Part> caller, boolean value) {
        for (Optional<Part> p = Optional.of(this); p.isPresent() && !within(caller, p.get()); p = p.get().parent) {
            p.get().entered = value;
        }
    }

    /** Whether {@code outer} is {@code inner} or around it. */
    private static boolean within(Optional<Part> inner, Part outer) {
        for (Optional<Part> p = inner; p.isPresent(); p = p.get().parent) {
            if (p.get() == outer) {
                return true;
            }
        }
        return false;
    }
}
