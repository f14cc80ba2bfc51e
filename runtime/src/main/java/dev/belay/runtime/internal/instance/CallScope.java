package dev.belay.runtime.internal.instance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call into a part: the borrowed handles that it holds, and what was lent for it. */
final class CallScope {
    /** The first that was lent: calls with more are few. */
    private @Nullable Handle first;

    private @Nullable List<Handle> more;
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
        if (first == null) {
            first = handle;
        } else {
            if (more == null) {
                more = new ArrayList<>(2);
            }
            more.add(handle);
        }
    }

    void end() {
        if (first != null) {
            first.giveBack();
            first = null;
        }
        if (more != null) {
            more.forEach(Handle::giveBack);
            more = null;
        }
    }
}
