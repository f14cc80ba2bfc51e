package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;

/** How deep the components and types of one validation are within each other: everything that walks them does so by recursion. */
final class Nesting {
    private int deepest;

    /**
     * Something is so deep.
     *
     * @throws InvalidComponentException if that is too deep
     */
    void reach(int depth, int offset) {
        if (depth > Bounds.MAX_NESTING) {
            throw InvalidComponentException.invalid(offset, "components and types nest deeper than " + Bounds.MAX_NESTING);
        }
        deepest = Math.max(deepest, depth);
    }

    int deepest() {
        return deepest;
    }
}
