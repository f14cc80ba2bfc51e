package dev.belay.platform.up;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done to stop something that was started piece by piece: the last piece first, and all of them, whatever fails. */
final class Stops implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

    private final Deque<Runnable> stops = new ArrayDeque<>();

    void push(Runnable stop) {
        stops.push(stop);
    }

    @Override
    public void close() {
        while (!stops.isEmpty()) {
            try {
                stops.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("a part of the host did not stop cleanly", e);
            }
        }
    }
}
