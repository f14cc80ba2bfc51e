package dev.belay.platform.registry;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Notes that bytes have moved, and how many by now. Thread-safe. */
final class Pulse {
    private final LongConsumer listener;
    private final AtomicLong bytes = new AtomicLong();
    private volatile long lastNanos = System.nanoTime();

    /** @param listener is told how many bytes have moved in all */
    Pulse(LongConsumer listener) {
        this.listener = listener;
    }

    void moved(long more) {
        beat();
        listener.accept(bytes.addAndGet(more));
    }

    /** Something has moved that does not count. */
    void beat() {
        lastNanos = System.nanoTime();
    }

    long nanosSince() {
        return System.nanoTime() - lastNanos;
    }
}
