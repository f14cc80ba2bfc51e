package dev.belay.platform.rollout;

import dev.belay.platform.serve.Revision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for what is under way in revisions that get nothing more. Other changes can be made meanwhile. */
final class Draining {
    private static final long LOOK_NANOS = 1_000_000;

    private final Duration patience;
    private final Predicate<Revision> serves;

    /** @param serves whether a revision gets requests again: then there is nothing to wait for */
    Draining(Duration patience, Predicate<Revision> serves) {
        this.patience = patience;
        this.serves = serves;
    }

    /** @return whether all of it ended in time */
    boolean await(List<Revision> before) {
        long end = System.nanoTime() + patience.toNanos();
        for (Revision revision : before) {
            while (revision.underWay() > 0 && !serves.test(revision)) {
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        return true;
    }
}
