package dev.belay.host.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Says when something may compute, beside what else wants to. */
public interface Turns {
    /** Everything may at once. */
    Turns FREE = new Turns() {
        @Override
        public boolean runNow(BooleanSupplier task) {
            return task.getAsBoolean();
        }

        @Override
        public boolean run(Runnable task, Duration patience) {
            task.run();
            return true;
        }
    };

    /**
     * Runs something if its turn has come; does not wait.
     *
     * @param task says whether it did anything
     * @return whether it did
     */
    boolean runNow(BooleanSupplier task);

    /** Waits for the turn of something, and runs it; false if the turn did not come in time. */
    boolean run(Runnable task, Duration patience) throws InterruptedException;

    /** The same, with what comes of it; empty if the turn did not come in time. */
    default <T> Optional<T> call(Supplier<T> task, Duration patience) throws InterruptedException {
        var result = new ArrayList<T>(1);
        run(() -> result.add(task.get()), patience);
        return result.stream().findFirst();
    }
}
