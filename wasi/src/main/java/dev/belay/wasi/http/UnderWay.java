package dev.belay.wasi.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Things that are short as a rule: whoever still is at one after a moment is told so, by a thread of this class.
 *
 * <p>To begin one is an atomic write and to end one is another, so that a request can afford several.
 */
abstract class UnderWay {
    /** A moment is one to two of these. */
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(2);

    /** Ticks without anything under way before the thread sleeps until there is. */
    private static final int IDLE_TICKS = 500;

    private static final AtomicReference<@Nullable UnderWay> BEGUN = new AtomicReference<>();
    private static final Thread THREAD = start();
    private static volatile boolean asleep;

    private volatile boolean ended;

    /** The thread's own, once it has taken this. */
    private @Nullable UnderWay next;

    /**
     * It takes longer: called by the thread of this class, and perhaps just when it ends. Must not wait, and must not throw.
     *
     * @return whether to be told again if it is still under way after another moment
     */
    abstract boolean overdue();

    final void begin() {
        UnderWay head;
        do {
            head = BEGUN.get();
            next = head;
        } while (!BEGUN.compareAndSet(head, this));
        if (asleep) {
            LockSupport.unpark(THREAD);
        }
    }

    final void end() {
        ended = true;
    }

    private static Thread start() {
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("belay-overdue")
                .inheritInheritableThreadLocals(false)
                .unstarted(UnderWay::watch);
        thread.setContextClassLoader(null);
        thread.start();
        return thread;
    }

    private static void watch() {
        UnderWay seen = null;
        int idle = 0;
        while (true) {
            seen = tell(seen, BEGUN.getAndSet(null));
            idle = seen == null ? idle + 1 : 0;
            if (idle > IDLE_TICKS) {
                idle = 0;
                asleep = true;
                if (BEGUN.get() == null) {
                    LockSupport.park();
                }
                asleep = false;
            } else {
                LockSupport.parkNanos(TICK);
            }
        }
    }

    /**
     * @param first what was there a moment ago already
     * @param begun what was begun since
     * @return what to look at after a moment
     */
    private static @Nullable UnderWay tell(@Nullable UnderWay first, @Nullable UnderWay begun) {
        UnderWay kept = begun;
        for (UnderWay it = first; it != null; ) {
            UnderWay following = it.next;
            if (!it.ended && isToBeToldAgain(it)) {
                it.next = kept;
                kept = it;
            }
            it = following;
        }
        return kept;
    }

    private static boolean isToBeToldAgain(UnderWay late) {
        try {
            return late.overdue();
        } catch (RuntimeException | Error _) {
            // it is late, and stays late: the others must not be
            return false;
        }
    }
}
