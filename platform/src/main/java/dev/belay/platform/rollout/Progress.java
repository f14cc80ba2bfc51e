package dev.belay.platform.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** How far a change, or the plan of one, has come. Each has one of its own: several may wait at the same time. Thread-safe. */
public final class Progress {
    private final AtomicInteger ready = new AtomicInteger();
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

    /** Empty before it begins, as long as others are made, and when it is over. */
    public Optional<State> now() {
        return state.map(its -> new State(its.action(), its.note(), its.phase(), ready.get(), its.all(), its.since()));
    }

    void begin(Proposal proposal) {
        state = Optional.of(new State(
                proposal.action(), proposal.note(), Phase.PREPARING, 0, proposal.applications().size(), Instant.now()));
    }

    void enter(Phase phase) {
        state = state.map(its -> new State(its.action(), its.note(), phase, its.ready(), its.all(), its.since()));
    }

    void oneMore() {
        ready.incrementAndGet();
    }

    void end() {
        state = Optional.empty();
    }
}
