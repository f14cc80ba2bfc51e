package dev.belay.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One instance's calls, as {@link DeadlineWatchdog} sees them. A call says that it begins and ends by one atomic write each;
 * the rest is the watchdog's work.
 *
 * <p>The state is the number of the call and its {@linkplain #PHASE phase}. An interruption is a phase of its own, which the
 * end of the call waits for: afterwards nothing can interrupt the thread on behalf of this call.
 */
final class DeadlineWatch {
    private static final long PHASE = 3;
    private static final long IDLE = 0;
    private static final long RUNNING = 1;
    private static final long INTERRUPTING = 2;
    private static final long EXPIRED = 3;
    private static final long NEXT_CALL = PHASE + 1;

    private static final VarHandle STATE = handle("state", long.class);
    private static final VarHandle LISTED = handle("listed", boolean.class);

    private final long nanos;
    private final Consumer<DeadlineWatch> watchdog;
    private volatile long state;
    private @Nullable Thread thread;
    /** Whether the watchdog has this in its list, or is about to find it. */
    private volatile boolean listed;

    /** The next one in the list that this is in. */
    @Nullable DeadlineWatch next;

    /** The call that the watchdog saw last, and when it is to end. The watchdog's only. */
    private long seen;

    private long deadline;

    /**
     * @param nanos that each call may take
     */
    static DeadlineWatch of(long nanos) {
        return new DeadlineWatch(nanos, DeadlineWatchdog::add);
    }

    /**
     * @param watchdog is told when there may be calls to {@linkplain #look look} at
     */
    DeadlineWatch(long nanos, Consumer<DeadlineWatch> watchdog) {
        this.nanos = nanos;
        this.watchdog = watchdog;
    }

    /** A call begins, in this thread. */
    void start() {
        thread = Thread.currentThread();
        state = (state & ~PHASE) + NEXT_CALL + RUNNING;
        if (!listed && LISTED.compareAndSet(this, false, true)) {
            watchdog.accept(this);
        }
    }

    /**
     * The call ends, in its thread; the interruption, if there was one, is taken back. Does nothing if it has ended.
     *
     * @return whether the deadline had passed
     */
    boolean stop() {
        while (true) {
            long now = state;
            long phase = now & PHASE;
            if (phase == IDLE) {
                return false;
            }
            if (phase == INTERRUPTING) {
                Thread.yield();
            } else if (STATE.compareAndSet(this, now, now & ~PHASE)) {
                thread = null;
                if (phase == EXPIRED) {
                    Thread.interrupted();
                }
                return phase == EXPIRED;
            }
        }
    }

    /**
     * The watchdog looks: it interrupts a call that takes too long, again and again until it ends, in case that something has
     * swallowed the interruption.
     *
     * @return whether to keep this in the list
     */
    boolean look(long now) {
        long current = state;
        if ((current & PHASE) == IDLE) {
            return !unlist();
        }
        if ((current & ~PHASE) != seen) {
            seen = current & ~PHASE;
            deadline = now + nanos;
        } else if (now - deadline >= 0) {
            interrupt(current);
        }
        return true;
    }

    private boolean unlist() {
        listed = false;
        // a call that has begun meanwhile may have seen that this was listed
        return (state & PHASE) == IDLE || !LISTED.compareAndSet(this, false, true);
    }

    private void interrupt(long current) {
        Thread caller = thread;
        if (STATE.compareAndSet(this, current, current & ~PHASE | INTERRUPTING)) {
            try {
                if (caller != null) {
                    caller.interrupt();
                }
            } finally {
                state = current & ~PHASE | EXPIRED;
            }
        }
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(DeadlineWatch.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
