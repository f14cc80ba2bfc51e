package dev.belay.runtime.internal.instance;

import java.util.ArrayList;
import java.util.List;

/** One call into a part: the borrowed handles that it holds, and what was lent for it. */
final class CallScope {
    private final List<Handle> lent = new ArrayList<>(0);
    private int borrows;

    void borrow() {
        borrows++;
    }

    void unborrow() {
        borrows--;
    }

    boolean holdsBorrows() {
        return borrows > 0;
    }

    /** Keeps {@code handle} from being dropped or given away until {@link #end()}. */
    void lend(Handle handle) {
        handle.lend();
        lent.add(handle);
    }

    void end() {
        lent.forEach(Handle::giveBack);
        lent.clear();
    }
}
