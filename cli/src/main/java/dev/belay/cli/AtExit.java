package dev.belay.cli;

import java.util.concurrent.ConcurrentLinkedDeque;

/** What is left to do when a command has ended. */
final class AtExit {
    private static final ConcurrentLinkedDeque<Runnable> STEPS = new ConcurrentLinkedDeque<>();

    private AtExit() {}

    static void add(Runnable step) {
        STEPS.add(step);
    }

    /** Does it, and forgets it. */
    static void run() {
        for (Runnable step = STEPS.poll(); step != null; step = STEPS.poll()) {
            step.run();
        }
    }
}
