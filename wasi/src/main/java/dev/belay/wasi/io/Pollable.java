package dev.belay.wasi.io;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Something that a guest can wait for: the resource {@code pollable}. */
public interface Pollable {

    boolean ready();

    /**
     * Calls back when this is ready: on any thread, and during this call if it is so already. It may do so more than once,
     * and when it is not ready any more: whoever waits looks again.
     */
    void onReady(Runnable callback);

    /** Nobody waits for this any more: something else was ready, or this is. */
    default void stopWaiting() {}

    /** The guest dropped its handle. */
    default void close() {}

    /** Always ready. */
    static Pollable always() {
        return new Pollable() {
            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public void onReady(Runnable callback) {
                callback.run();
            }
        };
    }

    /** Waits until this is ready. */
    default void block() {
        blockAny(List.of(this));
    }

    /**
     * Waits until at least one of them is ready.
     *
     * @throws InterruptedWait if the thread is interrupted, which is how a deadline ends a call
     */
    static void blockAny(List<? extends Pollable> pollables) {
        while (pollables.stream().noneMatch(Pollable::ready)) {
            var latch = new CountDownLatch(1);
            pollables.forEach(p -> p.onReady(latch::countDown));
            try {
                Turn.yieldTo(latch::await);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedWait();
            }
            pollables.forEach(Pollable::stopWaiting);
        }
    }
}
