package dev.belay.runtime.internal.fuse;

import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.typed.ReallocCall;

/** Whether a component instance has been entered, and may be left ({@code may_enter} and {@code may_leave}). */
public final class Gate {
    private boolean entered;
    private boolean closed;

    public boolean isEntered() {
        return entered;
    }

    public void enter(boolean value) {
        entered = value;
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

    int reallocate(ReallocCall realloc, int alignment, int bytes) {
        closed = true;
        int address = realloc.call(0, 0, alignment, bytes);
        closed = false;
        return address;
    }
}
