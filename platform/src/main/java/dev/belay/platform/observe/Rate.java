package dev.belay.platform.observe;

import java.util.concurrent.atomic.AtomicLong;

/** Allows so many in a second, and so many at once. Thread-safe, without locks: a moment is reserved for each. */
public final class Rate {
    private static final long SECOND = 1_000_000_000L;

    private final long nanosEach;
    private final long burstNanos;
    private final AtomicLong next = new AtomicLong(Long.MIN_VALUE);

    /**
     * @param perSecond more than 0
     * @param burst how many at once, 1 or more
     */
    public Rate(double perSecond, int burst) {
        this.nanosEach = Math.max(1, (long) (SECOND / perSecond));
        this.burstNanos = nanosEach * (burst - 1L);
    }

    public boolean tryTake() {
        return tryTake(System.nanoTime());
    }

    /** @param now nanoseconds that never go back */
    boolean tryTake(long now) {
        while (true) {
            long due = next.get();
            long from = due == Long.MIN_VALUE ? now - burstNanos : Math.max(due, now - burstNanos);
            if (from > now) {
                return false;
            }
            if (next.compareAndSet(due, from + nanosEach)) {
                return true;
            }
        }
    }
}
