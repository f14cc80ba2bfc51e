package dev.belay.wasi.http;

import dev.belay.runtime.Trap;

/** Counts the resources that a guest has to drop before it drops the one they came from. */
final class Children {
    private final String parent;
    private int count;

    /** @param parent the name of its resource */
    Children(String parent) {
        this.parent = parent;
    }

    void add() {
        count++;
    }

    void remove() {
        count--;
    }

    boolean exist() {
        return count > 0;
    }

    /** Traps if there are any. */
    void requireNone() {
        if (exist()) {
            throw Trap.of(
                    Trap.Kind.HOST,
                    "wasi:http/types: expected the children of " + parent + " to be dropped before it, found " + count
                            + " that were not");
        }
    }
}
