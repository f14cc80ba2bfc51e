package dev.belay.runtime.internal.fuse;

import dev.belay.runtime.Trap;

/** Whether a component instance has been entered, and may be left ({@code may_enter} and {@code may_leave}). */
public final class Gate {
    private boolean entered;
    private boolean closed;

    /**
     * @throws Trap if a call into the component is under way
     */
    public void enter() {
        if (entered) {
            throw new Trap(Trap.Kind.CANNOT_ENTER);
        }
        entered = true;
    }

    public void leave() {
        entered = false;
    }

    /**
     * @throws Trap if guest code runs that may not call out of its component
     */
    public void requireMayLeave() {
        if (closed) {
            throw new Trap(Trap.Kind.CANNOT_LEAVE);
        }
    }

    /** While it is closed, guest code may not call out. After a trap it stays so: nothing runs in the instance then. */
    public void close(boolean value) {
        closed = value;
    }
}
