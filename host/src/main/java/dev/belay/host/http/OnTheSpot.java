package dev.belay.host.http;

import java.util.concurrent.Semaphore;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Runs requests on the threads that found them: most take less time than waking another thread would. Other requests of the
 * same selector wait meanwhile, for a moment at most: then a stand-in takes over there. Where requests take long a stand-in
 * is called before each.
 */
final class OnTheSpot {
    /** Requests take long as a rule if more than one of so many did. */
    private static final int ONE_OF = 8;
    /** What the last ones have to add up to until they are a rule. */
    private static final int RULE = 2 * ONE_OF;
    /** So that a rule is forgotten soon. */
    private static final int MOST = 2 * RULE;

    private final StandIns standIns;
    private final Semaphore room;
    /** Up for each request that took long, down for each request. Counts of several threads may get lost: it is a guess. */
    private volatile int slowness;

    /** @param room how many requests may have such a thread at a time */
    OnTheSpot(StandIns standIns, int room) {
        this.standIns = standIns;
        this.room = new Semaphore(room);
    }

    /** Runs a request, unless this thread must not wait or too many do so already. */
    boolean tryRun(JettyServerExchange exchange, Runnable request) {
        if (Invocable.isNonBlockingInvocation() || !room.tryAcquire()) {
            return false;
        }
        try {
            StandIns.Post post = standIns.here();
            exchange.whenOverdue(() -> {
                slowness = Math.min(slowness + ONE_OF, MOST);
                standIns.relieve(post);
            });
            int before = slowness;
            if (before > 0) {
                slowness = before - 1;
                if (before > RULE) {
                    standIns.relieve(post);
                }
            }
            request.run();
            return true;
        } finally {
            room.release();
        }
    }
}
