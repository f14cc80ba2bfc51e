package dev.belay.wasi.io;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What lets a guest compute beside others, and is told when it waits instead: others have their turn meanwhile. */
public interface Turn {
    /** Of what runs on this thread; unbound where nobody has to take turns. */
    ScopedValue<Turn> CURRENT = ScopedValue.newInstance();

    /** Nothing is computed for a while. */
    void pause();

    /** Something is to be computed again: waits until it may be. Does not throw: who is interrupted goes on at once. */
    void resume();

    /** Something that waits. */
    @FunctionalInterface
    interface Wait {
        void await() throws InterruptedException;
    }

    /** Something that waits for an answer, or fails. */
    @FunctionalInterface
    interface Ask<T, X extends Exception> {
        T await() throws X, InterruptedException;
    }

    /** Waits, and gives its turn to others meanwhile. */
    static void yieldTo(Wait wait) throws InterruptedException {
        yieldFor(() -> {
            wait.await();
            return true;
        });
    }

    /** The same, for an answer. */
    static <T, X extends Exception> T yieldFor(Ask<T, X> ask) throws X, InterruptedException {
        if (!CURRENT.isBound()) {
            return ask.await();
        }
        Turn turn = CURRENT.get();
        turn.pause();
        try {
            return ask.await();
        } finally {
            turn.resume();
        }
    }

    /** The same, for what may be there already: then it keeps its turn. */
    static <T> T yieldFor(CompletableFuture<T> answer) throws ExecutionException, InterruptedException {
        return answer.isDone() ? answer.get() : yieldFor(answer::get);
    }
}
