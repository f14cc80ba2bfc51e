package dev.belay.runtime.internal.cache;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is done in the background: by one thread of the lowest priority, that keeps no program from ending. It begins some time
 * after it was asked to, so that the first answers of a program come before it.
 */
final class Background {
    private static final long SOON_MILLIS = 1_000;
    private static final long LATER_MILLIS = 2_000;
    /** Past this many jobs, more are dropped: whatever they would have saved is then compiled again some time. */
    private static final int MAX_JOBS = 100_000;
    /** The thread goes when there was nothing to do for that long. */
    private static final long IDLE_SECONDS = 10;

    private @Nullable ScheduledThreadPoolExecutor thread;

    /** For what is short. */
    void soon(Runnable job) {
        schedule(job, SOON_MILLIS);
    }

    /** For what takes long. */
    void later(Runnable job) {
        schedule(job, LATER_MILLIS);
    }

    private synchronized void schedule(Runnable job, long millis) {
        var known = thread;
        if (known == null) {
            known = new ScheduledThreadPoolExecutor(1, Background::thread);
            known.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
            known.allowCoreThreadTimeOut(true);
            thread = known;
        }
        if (known.getQueue().size() < MAX_JOBS) {
            known.schedule(job, millis, TimeUnit.MILLISECONDS);
        }
    }

    private static Thread thread(Runnable work) {
        var made = new Thread(work, "belay-compiler");
        made.setDaemon(true);
        made.setPriority(Thread.MIN_PRIORITY);
        return made;
    }
}
