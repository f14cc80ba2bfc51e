package dev.belay.runtime.internal.core;

import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import java.time.Duration;

/**
 * What the call that runs in a component instance may still take: one for all its core instances. Confined to the instance's
 * thread.
 *
 * <p>Compiled code asks now and then whether to go on. What does not ask is interrupted from outside.
 */
public final class CallBudget {
    private static final long NONE = Long.MAX_VALUE;

    private final long nanos;
    private long deadline;
    private boolean timed;

    public CallBudget(Limits limits) {
        this.nanos = limits.deadline().map(CallBudget::nanos).orElse(NONE);
    }

    /** In nanoseconds, as far as they go: some 292 years. */
    public static long nanos(Duration time) {
        return time.compareTo(Duration.ofNanos(NONE)) < 0 ? time.toNanos() : NONE;
    }

    /** A call begins, with a budget of its own. */
    public void begin() {
        timed = false;
    }

    /**
     * Looks whether the call is to end. The clock is not looked at before, so that short calls need not; a call thus has up to
     * the time until its first look more than its deadline.
     *
     * @throws Trap if it is
     */
    public void check() {
        if (nanos != NONE) {
            checkTime(System.nanoTime());
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new Trap(Trap.Kind.INTERRUPTED);
        }
    }

    private void checkTime(long now) {
        if (!timed) {
            timed = true;
            deadline = now + nanos;
        } else if (now - deadline >= 0) {
            throw new Trap(Trap.Kind.DEADLINE);
        }
    }
}
