package dev.belay.runtime.internal.instance;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.bind.GuestHandles;

/** The handles of one call between a part and Java. */
final class JavaHandles extends PartHandles implements GuestHandles.Call {
    private final CallScope scope;

    private JavaHandles(Store store, Part part, CallScope scope) {
        super(store, part, scope);
        this.scope = scope;
    }

    static JavaHandles begin(Store store, Part part) {
        return new JavaHandles(store, part, new CallScope());
    }

    @Override
    public void returned() {
        if (scope.holdsBorrows()) {
            throw new Trap(Trap.Kind.BORROWS_REMAIN);
        }
    }

    @Override
    public void end() {
        endBorrows();
        scope.end();
    }
}
