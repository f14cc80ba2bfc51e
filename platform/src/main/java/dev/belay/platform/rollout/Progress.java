package dev.belay.platform.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** How far the change that was begun last has come. Thread-safe. */
public final class Progress {
    private final AtomicInteger ready = new AtomicInteger();
    private int number;
    private volatile Optional<State> state = Optional.empty();

    /** What is done to a change. */
    public enum Phase {
        /** Its applications are composed, loaded, warmed and checked. */
        PREPARING,
        /** The journal is written, and traffic moved. */
        MOVING,
        /** What was under way before ends. */
        DRAINING
    }

    /**
     * A change at a moment.
     *
     * @param action in one word
     * @param ready how many applications are prepared, or failed to be
     * @param all how many there are
     */
    public record State(String action, String note, Phase phase, int ready, int all, Instant since) {}

    /** The change that is under way, if one is. */
    public Optional<State> now() {
        return state.map(its -> new State(its.action(), its.note(), its.phase(), ready.get(), its.all(), its.since()));
    }

    /** @return the change's number, by which its phases are told: another may begin while this one waits */
    synchronized int begin(Proposal proposal) {
        number++;
        ready.set(0);
        state = Optional.of(new State(
                proposal.action(), proposal.note(), Phase.PREPARING, 0, proposal.applications().size(), Instant.now()));
        return number;
    }

    synchronized void enter(int change, Phase phase) {
        if (change == number) {
            state = state.map(its -> new State(its.action(), its.note(), phase, its.ready(), its.all(), its.since()));
        }
    }

    void oneMore() {
        ready.incrementAndGet();
    }

    synchronized void end(int change) {
        if (change == number) {
            state = Optional.empty();
        }
    }
}
