package dev.belay.host.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many requests run and so many more wait, in order. Whoever is let in must call {@link #leave}, whether it
 * got to run or not.
 */
final class Admission {
    private final int capacity;
    private final Semaphore running;
    private final Duration patience;
    private final AtomicInteger present = new AtomicInteger();
    private volatile Runnable whenEmpty = () -> {};

    Admission(int running, int waiting, Duration patience) {
        this.capacity = running + waiting;
        this.running = new Semaphore(running, true);
        this.patience = patience;
    }

    /** Whether there is room for one more. */
    boolean enter() {
        while (true) {
            int now = present.get();
            if (now >= capacity) {
                return false;
            }
            if (present.compareAndSet(now, now + 1)) {
                return true;
            }
        }
    }

    /** Waits for the turn of somebody who entered, and runs it; false if the turn did not come in time. */
    boolean run(Runnable turn) throws InterruptedException {
        if (!running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            turn.run();
            return true;
        } finally {
            running.release();
        }
    }

    void leave() {
        if (present.decrementAndGet() == 0) {
            whenEmpty.run();
        }
    }

    /** How many have entered and not left. */
    int present() {
        return present.get();
    }

    /** Calls back each time when the last one has left, and now if nobody is there. */
    void whenEmpty(Runnable callback) {
        whenEmpty = callback;
        if (present.get() == 0) {
            callback.run();
        }
    }
}
