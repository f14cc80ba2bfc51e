package dev.belay.platform.registry;

import java.time.Duration;

/** When something has to be over. */
record Deadline(long startNanos, Duration whole) {
    static Deadline in(Duration whole) {
        return new Deadline(System.nanoTime(), whole);
    }

    long remainingNanos() {
        return whole.toNanos() - (System.nanoTime() - startNanos);
    }
}
