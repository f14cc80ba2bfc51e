package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.abi.RuntimeResource;
import org.jspecify.annotations.Nullable;

/** An entry of a handle table ({@code ResourceHandle} of the specification). */
final class Handle {
    private final RuntimeResource resource;
    private final Object representation;
    private final @Nullable CallScope borrowedIn;
    private int lends;

    private Handle(RuntimeResource resource, Object representation, @Nullable CallScope borrowedIn) {
        this.resource = resource;
        this.representation = representation;
        this.borrowedIn = borrowedIn;
    }

    static Handle own(RuntimeResource resource, Object representation) {
        return new Handle(resource, representation, null);
    }

    /** A handle that must be dropped before the call {@code scope} returns. */
    static Handle borrowed(RuntimeResource resource, Object representation, CallScope scope) {
        scope.borrow();
        return new Handle(resource, representation, scope);
    }

    RuntimeResource resource() {
        return resource;
    }

    /** The guest's i32 as an Integer, or the host's object. */
    Object representation() {
        return representation;
    }

    boolean isOwn() {
        return borrowedIn == null;
    }

    boolean isLent() {
        return lends > 0;
    }

    void lend() {
        lends++;
    }

    void giveBack() {
        lends--;
    }

    void endBorrow() {
        if (borrowedIn != null) {
            borrowedIn.unborrow();
        }
    }
}
