package dev.belay.runtime.internal.instance;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.fuse.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component instance within an instance ({@code ComponentInstance} of the specification). */
final class Part {
    private final Optional<Part> parent;
    private final int index;
    private final int handleLimit;
    private @Nullable HandleTable handles;
    private final Gate gate = new Gate();

    Part(int index, Optional<Part> parent, int handleLimit) {
        this.index = index;
        this.parent = parent;
        this.handleLimit = handleLimit;
    }

    int index() {
        return index;
    }

    /** Made when it is first needed: most parts have no handles. */
    HandleTable handles() {
        if (handles == null) {
            handles = new HandleTable(handleLimit);
        }
        return handles;
    }

    /** Whether there may have been handles. */
    boolean hadHandles() {
        return handles != null;
    }

    Gate gate() {
        return gate;
    }

    void requireMayLeave() {
        gate.requireMayLeave();
    }

    /** Runs guest code that may not call out of the part. */
    <T> T withoutLeaving(java.util.function.Supplier<T> code) {
        gate.close(true);
        T result = code.get();
        gate.close(false);
        return result;
    }

    /**
     * Requires that a call from {@code caller} does not go to a part that it is within, or that is within it.
     *
     * <p>The reference tests want a trap for such calls, which may turn out to be recursive.
     */
    void requireNoKin(Optional<Part> caller) {
        if (caller.isPresent() && isKin(caller.get())) {
            throw new Trap(Trap.Kind.CANNOT_ENTER);
        }
    }

    /** Whether one of the two is within the other. */
    boolean isKin(Part other) {
        return within(Optional.of(other), this) || within(Optional.of(this), other);
    }

    /**
     * Enters this part and those around it, up to what {@code caller} is within already.
     *
     * @throws Trap if one of them is entered
     */
    void enterFrom(Optional<Part> caller) {
        gatesFrom(caller).forEach(Gate::enter);
    }

    void leaveTo(Optional<Part> caller) {
        gatesFrom(caller).forEach(Gate::leave);
    }

    /** Of this part and those around it in order, up to what {@code caller} is within. */
    List<Gate> gatesFrom(Optional<Part> caller) {
        var gates = new ArrayList<Gate>(2);
        for (Optional<Part> p = Optional.of(this); p.isPresent() && !within(caller, p.get()); p = p.get().parent) {
            gates.add(p.get().gate);
        }
        return gates;
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
