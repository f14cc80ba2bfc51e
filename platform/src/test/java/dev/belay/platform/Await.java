package dev.belay.platform;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens beside the test: an answer is with the client before it is counted. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Await() {}

    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
