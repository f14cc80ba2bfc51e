package dev.belay.runtime;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread of a call that takes too long; the engine looks for that at every call and loop. */
final class DeadlineTimer {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Thread thread = Thread.currentThread();
    private final Future<?> task;
    private boolean running = true;
    private boolean expired;

    private DeadlineTimer(Duration deadline) {
        this.task = TIMER.schedule(this::expire, deadline.toNanos(), TimeUnit.NANOSECONDS);
    }

    static DeadlineTimer start(Duration deadline) {
        return new DeadlineTimer(deadline);
    }

    /**
     * Ends the watch; the interruption, if there was one, is taken back.
     *
     * @return whether the deadline had passed
     */
    boolean stop() {
        synchronized (this) {
            if (running) {
                running = false;
                if (expired) {
                    Thread.interrupted();
                } else {
                    task.cancel(false);
                }
            }
            return expired;
        }
    }

    private synchronized void expire() {
        if (running) {
            expired = true;
            thread.interrupt();
        }
    }

    private static ScheduledThreadPoolExecutor timer() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("belay-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
