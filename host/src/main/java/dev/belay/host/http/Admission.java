package dev.belay.host.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets so many run and so many more wait, in order. Whoever is let in must call {@link #leave}, whether it got to run or
 * not.
 */
public final class Admission {
    private final int capacity;
    private final int most;
    private final Semaphore room;
    private final Semaphore running;
    private final Duration patience;
    private final Turns turns;
    private volatile Runnable whenEmpty = () -> {};

    /** @param patience how long whoever entered waits for its turn, and {@link #awaitRoom} for room */
    public Admission(int running, int waiting, Duration patience) {
        this(running, waiting, patience, Turns.FREE);
    }

    /** @param turns that whoever is let in takes with others, who were let in elsewhere */
    public Admission(int running, int waiting, Duration patience, Turns turns) {
        this.turns = turns;
        this.capacity = running + waiting;
        this.most = running;
        this.room = new Semaphore(capacity, true);
        this.running = new Semaphore(running, true);
        this.patience = patience;
    }

    /** Enters, if there is room for one more. */
    public boolean enter() {
        return room.tryAcquire();
    }

    /** Enters as soon as there is room for one more; false if there was none in time. */
    public boolean awaitRoom() throws InterruptedException {
        return room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the turn of somebody who entered, and runs it; false if the turn did not come in time. */
    public boolean run(Runnable turn) throws InterruptedException {
        if (!running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            return turns.run(turn, patience);
        } finally {
            running.release();
        }
    }

    /**
     * Runs the turn of somebody who entered if it has come, and nobody is waiting for one.
     *
     * @param turn says whether it was taken
     * @return whether it was
     */
    boolean runNow(BooleanSupplier turn) {
        if (running.hasQueuedThreads() || !running.tryAcquire()) {
            return false;
        }
        try {
            return turns.runNow(turn);
        } finally {
            running.release();
        }
    }

    public void leave() {
        room.release();
        if (present() == 0) {
            whenEmpty.run();
        }
    }

    /** How many have entered and not left. */
    public int present() {
        return capacity - room.availablePermits();
    }

    /** How many have entered, and wait for others to end. */
    public int waiting() {
        return Math.max(0, present() - (most - running.availablePermits()));
    }

    /** Calls back each time when the last one has left, and now if nobody is there. */
    public void whenEmpty(Runnable callback) {
        whenEmpty = callback;
        if (present() == 0) {
            callback.run();
        }
    }
}
