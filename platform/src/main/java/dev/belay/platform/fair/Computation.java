package dev.belay.platform.fair;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Something that a platform thread computes while a virtual one waits for it: guests do not let go of a virtual thread's carrier, of
 * which there are few. To whoever waits it is as if it ran on the thread that waits.
 */
final class Computation implements Runnable {
    private static final long STACK_BYTES = 8 << 20;
    private static final Executor THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("turn-", 0).stackSize(STACK_BYTES).factory());

    private final Runnable task;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Optional<Thread> on = Optional.empty();
    private boolean interrupted;
    private Optional<Throwable> failure = Optional.empty();

    private Computation(Runnable task) {
        this.task = task;
    }

    /** Returns when it has ended, whatever happens; who is interrupted meanwhile interrupts what runs, and is interrupted still. */
    static void run(Runnable task) {
        if (!Thread.currentThread().isVirtual()) {
            task.run();
            return;
        }
        var computation = new Computation(task);
        THREADS.execute(computation);
        computation.await();
    }

    private void await() {
        boolean wasInterrupted = false;
        boolean waits = true;
        while (waits) {
            try {
                ended.await();
                waits = false;
            } catch (InterruptedException _) {
                wasInterrupted = true;
                interrupt();
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(Computation::rethrow);
    }

    private static void rethrow(Throwable failure) {
        switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new IllegalStateException("a task threw what it does not declare", failure);
        }
    }

    private synchronized void interrupt() {
        interrupted = true;
        on.ifPresent(Thread::interrupt);
    }

    @Override
    public void run() {
        begin();
        try {
            task.run();
        } catch (Throwable e) {
            failure = Optional.of(e);
        } finally {
            end();
            ended.countDown();
        }
    }

    private synchronized void begin() {
        on = Optional.of(Thread.currentThread());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread goes on to others' tasks, which no interrupt must reach that was for this one. */
    private synchronized void end() {
        on = Optional.empty();
        Thread.interrupted();
    }
}
