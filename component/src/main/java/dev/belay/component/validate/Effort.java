package dev.belay.component.validate;

import dev.belay.component.InvalidComponentException;

/** Counts the work that one validation has done, so that small files cannot ask for unbounded amounts of it. */
final class Effort {
    private long spent;
    private int offset;

    /** What is being validated, for the message when all is spent. */
    void at(int offset) {
        this.offset = offset;
    }

    int offset() {
        return offset;
    }

    void spend(long parts) {
        spent += parts;
        if (spent > Bounds.MAX_EFFORT) {
            throw InvalidComponentException.invalid(
                    offset, "the types of this component take too much work to check (" + Bounds.MAX_EFFORT + " steps)");
        }
    }
}
