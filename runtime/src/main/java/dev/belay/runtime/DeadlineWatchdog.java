package dev.belay.runtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all calls that have a deadline every few milliseconds, in one thread. What calls add themselves to are several lists
 * without locks, so that they do not wait for each other; a list is a chain of what is in it, so that nothing here needs memory.
 */
final class DeadlineWatchdog {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(2);
    /** Times as long as a look took is waited at least: many calls are to take up no more than a twentieth of a processor. */
    private static final int REST = 20;

    /** Ticks without anything to watch before the thread sleeps until there is. */
    private static final int IDLE_TICKS = 500;

    private static final int LISTS = 16;
    /** Places between two lists' heads, so that they are on different cache lines. */
    private static final int APART = 16;

    private static final AtomicReferenceArray<@Nullable DeadlineWatch> ADDED =
            new AtomicReferenceArray<>(LISTS * APART);
    private static final Thread THREAD = start();
    private static volatile boolean asleep;

    /** Those that are watched. The thread's only. */
    private @Nullable DeadlineWatch first;

    private DeadlineWatchdog() {}

    static void add(DeadlineWatch watch) {
        int list = ((int) Thread.currentThread().threadId() & LISTS - 1) * APART;
        DeadlineWatch head;
        do {
            head = ADDED.get(list);
            watch.next = head;
        } while (!ADDED.compareAndSet(list, head, watch));
        if (asleep) {
            LockSupport.unpark(THREAD);
        }
    }

    private static Thread start() {
        Thread thread = Thread.ofPlatform()
                .daemon()
                .name("belay-deadlines")
                .inheritInheritableThreadLocals(false)
                .unstarted(() -> new DeadlineWatchdog().run());
        thread.setContextClassLoader(null);
        thread.start();
        return thread;
    }

    private void run() {
        int idle = 0;
        while (true) {
            try {
                long start = System.nanoTime();
                idle = tick(start) ? 0 : idle + 1;
                if (idle > IDLE_TICKS) {
                    sleep();
                    idle = 0;
                } else {
                    LockSupport.parkNanos(Math.max(TICK, REST * (System.nanoTime() - start)));
                }
            } catch (OutOfMemoryError _) {
                // an interruption can need memory: it is tried again
            }
        }
    }

    private void sleep() {
        asleep = true;
        if (nothingAdded()) {
            LockSupport.park();
        }
        asleep = false;
    }

    /**
     * @return whether there is anything to watch
     */
    private boolean tick(long now) {
        take();
        DeadlineWatch before = null;
        for (DeadlineWatch watch = first; watch != null; ) {
            DeadlineWatch next = watch.next;
            if (watch.look(now)) {
                before = watch;
            } else if (before == null) {
                first = next;
            } else {
                before.next = next;
            }
            watch = next;
        }
        return first != null;
    }

    /** Puts what was added since in front. */
    private void take() {
        for (int i = 0; i < LISTS; i++) {
            DeadlineWatch added = ADDED.get(i * APART) == null ? null : ADDED.getAndSet(i * APART, null);
            while (added != null) {
                DeadlineWatch next = added.next;
                added.next = first;
                first = added;
                added = next;
            }
        }
    }

    private static boolean nothingAdded() {
        for (int i = 0; i < LISTS; i++) {
            if (ADDED.get(i * APART) != null) {
                return false;
            }
        }
        return true;
    }
}
