package dev.belay.runtime.internal.core;

import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the call that runs in a component instance may still take: one for all its core instances. Confined to the instance's
 * thread.
 *
 * <p>Compiled code asks now and then whether to go on. What does not ask is interrupted from outside.
 */
public final class CallBudget {
    private static final long NONE = Long.MAX_VALUE;

    private final long fuel;
    private final int stackDepth;
    /** Those of all core instances, if there is a bound on fuel. */
    private final List<TickCounter> counters = new ArrayList<>(0);
    /** What the call has taken as far as it is known here; the counters know the rest. */
    private long taken;

    private long nanos = NONE;
    private long deadline;
    private boolean timed;

    public CallBudget(Limits limits) {
        this.fuel = limits.fuel().orElse(NONE);
        this.stackDepth = limits.stackDepth();
        deadline(limits.deadline());
    }

    /** Of each call that begins from now on. */
    public void deadline(Optional<Duration> each) {
        nanos = each.map(CallBudget::nanos).orElse(NONE);
    }

    /** In nanoseconds, as far as they go: some 292 years. */
    public static long nanos(Duration time) {
        return time.compareTo(Duration.ofNanos(NONE)) < 0 ? time.toNanos() : NONE;
    }

    /** A call begins, with a budget of its own. */
    public void begin() {
        timed = false;
        if (isFueled()) {
            counters.forEach(counter -> counter.grant(0));
            taken = 0;
        }
    }

    /** Whether all code is to count, that which is interpreted as well. */
    public boolean isFueled() {
        return fuel != NONE;
    }

    /** Function entries and iterations since the call began; empty if there is no bound on them. */
    public OptionalLong consumed() {
        return isFueled() ? OptionalLong.of(taken()) : OptionalLong.empty();
    }

    private long taken() {
        long all = taken;
        for (TickCounter counter : counters) {
            all += counter.granted - counter.ticks;
        }
        return all;
    }

    int stackDepth() {
        return stackDepth;
    }

    Trap tooDeep() {
        return Trap.of(Trap.Kind.STACK_EXHAUSTED, "the limit is " + stackDepth + " calls within each other");
    }

    void add(TickCounter counter) {
        if (isFueled()) {
            counters.add(counter);
        } else {
            counter.grant(TickCounter.TICKS);
        }
    }

    /**
     * A count has run out: looks whether the call is to end, and lets the counter go on.
     *
     * @return how much was counted there since the last time
     * @throws Trap if the call is to end
     */
    int poll(TickCounter counter) {
        int ran = counter.granted - counter.ticks;
        if (isFueled()) {
            burn(counter);
        }
        check();
        counter.grant(isFueled() ? (int) Math.min(TickCounter.TICKS, ungranted()) : TickCounter.TICKS);
        return ran;
    }

    private void burn(TickCounter counter) {
        if (taken() > fuel) {
            throw new Trap(Trap.Kind.FUEL);
        }
        taken += counter.granted - counter.ticks;
        counter.grant(0);
        if (ungranted() < TickCounter.TICKS) {
            // then the others give back what they were granted
            taken = taken();
            counters.forEach(each -> each.grant(0));
        }
    }

    private long ungranted() {
        long rest = fuel - taken;
        for (TickCounter counter : counters) {
            rest -= counter.granted;
        }
        return rest;
    }

    /**
     * Looks at the clock and at the thread. The clock is not looked at before, so that short calls need not; a call thus has up to
     * the time until its first look more than its deadline.
     *
     * @throws Trap if the call is to end
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
