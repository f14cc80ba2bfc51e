package dev.belay.platform.serve;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is inside, and can be closed: nobody comes in then, and somebody may wait until all have left. */
final class Gate {
    private static final int CLOSED = 1 << 30;

    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch empty = new CountDownLatch(1);

    /** Whether the gate is open; whoever comes in must {@link #leave}. */
    boolean enter() {
        if (inside.incrementAndGet() >= CLOSED) {
            leave();
            return false;
        }
        return true;
    }

    void leave() {
        if (inside.decrementAndGet() == CLOSED) {
            empty.countDown();
        }
    }

    int inside() {
        return inside.get() & CLOSED - 1;
    }

    /** Closes it; does nothing the second time. */
    void close() {
        int now = inside.getAndUpdate(its -> its >= CLOSED ? its : its + CLOSED);
        if (now == 0) {
            empty.countDown();
        }
    }

    boolean awaitEmpty(long nanos) throws InterruptedException {
        return empty.await(nanos, TimeUnit.NANOSECONDS);
    }
}
