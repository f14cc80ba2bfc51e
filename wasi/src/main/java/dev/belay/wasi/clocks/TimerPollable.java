package dev.belay.wasi.clocks;

import dev.belay.wasi.io.Pollable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ready when a time has passed. */
final class TimerPollable implements Pollable {
    private static final ScheduledThreadPoolExecutor TIMER = timer();
    /** Half of what a long of nanoseconds can tell apart: 146 years. Longer is the same as for ever. */
    private static final long FOREVER = Long.MAX_VALUE / 2;

    private final long nanos;
    private final long start = System.nanoTime();

    /** @param nanos from now, unsigned */
    TimerPollable(long nanos) {
        this.nanos = nanos < 0 ? FOREVER : Math.min(nanos, FOREVER);
    }

    @Override
    public boolean ready() {
        return System.nanoTime() - start >= nanos;
    }

    @Override
    public void onReady(Runnable callback) {
        long left = nanos - (System.nanoTime() - start);
        if (left <= 0) {
            callback.run();
        } else {
            TIMER.schedule(callback, left, TimeUnit.NANOSECONDS);
        }
    }

    private static ScheduledThreadPoolExecutor timer() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("belay-wasi-timers").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
