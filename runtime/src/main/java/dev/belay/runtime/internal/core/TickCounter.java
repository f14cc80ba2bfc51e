package dev.belay.runtime.internal.core;

import dev.belay.runtime.Trap;

/**
 * Counts function entries and iterations of one core instance. Compiled code has one for itself rather than the budget's, which
 * it could reach only by one more access to memory for each entry.
 */
public class TickCounter {
    /** Function entries and iterations from one {@linkplain #poll look} to the next. */
    public static final int TICKS = 1 << 14;

    private final CallBudget budget;

    /** Counts down by one for each function entry and iteration. Below 0, {@link #poll} is to be called. */
    public int ticks;

    /** Calls that may still be made within those that are under way in this core instance. */
    public int depth;

    /** What {@link #ticks} was last set to. */
    int granted;

    /**
     * @param budget that this counts for, one of several that do
     */
    public TickCounter(CallBudget budget) {
        this.budget = budget;
        this.depth = budget.stackDepth();
        budget.add(this);
    }

    /**
     * A call begins.
     *
     * @return how many may be made within it, which {@link #depth} is until it ends, and one more after
     * @throws Trap if none may be made
     */
    public final int descend() {
        int left = depth - 1;
        if (left < 0) {
            throw budget.tooDeep();
        }
        depth = left;
        return left;
    }

    /** Counts one entry or iteration, for code that is not compiled. */
    public final void tick() {
        if (--ticks < 0) {
            budget.poll(this);
        }
    }

    /** As {@link CallBudget#poll}. */
    public final int poll() {
        return budget.poll(this);
    }

    void grant(int more) {
        ticks = more;
        granted = more;
    }
}
