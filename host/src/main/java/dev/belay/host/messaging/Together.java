package dev.belay.host.messaging;

import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks a server for many things, some at a time: nobody waits for as many answers one after the other. */
final class Together {
    /** What one call may have under way: a server's answers are kept until they are looked at. */
    static final int AT_A_TIME = 16;

    private Together() {}

    /** Something that is done with each. */
    @FunctionalInterface
    interface Task<T> {
        void run(T item) throws InterruptedException;
    }

    /** After the first failure, which is thrown, no more is begun. */
    static <T> void each(Collection<T> items, Task<T> task) throws InterruptedException {
        var left = new ConcurrentLinkedQueue<>(items);
        Callable<Boolean> worker = () -> {
            boolean done = false;
            try {
                for (T item = left.poll(); item != null; item = left.poll()) {
                    task.run(item);
                }
                done = true;
            } finally {
                if (!done) {
                    left.clear();
                }
            }
            return done;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(Math.min(AT_A_TIME, items.size()), worker))) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException its ? its : new IllegalStateException(e.getCause());
        }
    }
}
