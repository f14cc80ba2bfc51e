package dev.belay.platform.rollout;

import dev.belay.platform.fit.Loader;
import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.journal.Journal;
import dev.belay.platform.serve.Revision;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes what runs what is desired: one change at a time, whole or not at all. Thread-safe. */
final class Changes {
    private final Journal journal;
    private final Preparation preparation;
    private final Running running;
    private final Draining draining;
    private final Loader loader;
    private final RolloutCounts counts;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Progress progress = new Progress();
    private volatile Runnable whenChanged = () -> {};

    Changes(
            Journal journal, Preparation preparation, Running running, Draining draining, Loader loader, RolloutCounts counts) {
        this.journal = journal;
        this.preparation = preparation;
        this.running = running;
        this.draining = draining;
        this.loader = loader;
        this.counts = counts;
    }

    /** How far the change that began last has come. */
    Progress progress() {
        return progress;
    }

    /** Is called after each change, on the thread that made it. */
    void whenChanged(Runnable callback) {
        whenChanged = callback;
    }

    /**
     * Starts what was applied last.
     *
     * @return why applications of it do not run, by name
     */
    Map<String, String> restore() {
        var result = preparation.prepare(journal.state().applications().values(), Map.of(), new Progress());
        running.failed(result.failures());
        running.move(result.prepared(), List.of());
        return result.failures();
    }

    /** As {@link Platform#whileNothingChanges}. */
    <T> T whileNothingChanges(Supplier<T> work) {
        changing.lock();
        try {
            return work.get();
        } finally {
            changing.unlock();
        }
    }

    /** As {@link Platform#plan(Function, Progress)}. */
    Plan plan(Function<DesiredState, Proposal> wish, Progress told) {
        try {
            return whileNothingChanges(() -> {
                DesiredState from = journal.state();
                Proposal proposal = wish.apply(from);
                told.begin(proposal);
                var result = preparation.prepare(proposal.applications().values(), running.applications(), told);
                return Plan.of(from, proposal).withMisfits(result.failures());
            });
        } finally {
            told.end();
        }
    }

    /** As {@link Platform#change(Function, Progress)}. */
    Outcome change(Function<DesiredState, Proposal> wish, Progress told) {
        try {
            Moved moved = whileNothingChanges(() -> move(wish, told));
            boolean drained = draining.await(moved.before());
            moved.before().stream().filter(revision -> !running.serves(revision)).forEach(Revision::rest);
            loader.clean();
            return moved.outcome().withDrained(drained);
        } finally {
            told.end();
        }
    }

    /**
     * A change that was made.
     *
     * @param before revisions that get nothing more
     */
    private record Moved(Outcome outcome, List<Revision> before) {}

    private Moved move(Function<DesiredState, Proposal> wish, Progress told) {
        DesiredState from = journal.state();
        Proposal proposal = wish.apply(from);
        told.begin(proposal);
        progress = told;
        long start = System.nanoTime();
        var result = preparation.prepare(proposal.applications().values(), running.applications(), told);
        long preparedAt = System.nanoTime();
        counts.prepared(result.prepared().size(), result.failures().size());
        Plan plan = Plan.of(from, proposal).withMisfits(result.failures());
        if (plan.hasMisfits()) {
            counts.changed(proposal.action(), "misfit");
        }
        if (plan.hasMisfits() || proposal.isEmpty(from)) {
            var nothing = new Outcome(plan, !plan.hasMisfits(), from.sequence(), millis(start, preparedAt), 0, true);
            return new Moved(nothing, List.of());
        }
        proposal.requireDistinctRoutes(from);
        told.enter(Progress.Phase.MOVING);
        journal.append(proposal.action(), proposal.note(), proposal.applications(), proposal.removed(), proposal.stacks());
        List<Revision> before = running.move(result.prepared(), proposal.removed());
        long movedAt = System.nanoTime();
        counts.changed(proposal.action(), "done");
        whenChanged.run();
        told.enter(Progress.Phase.DRAINING);
        var outcome = new Outcome(
                plan, true, journal.state().sequence(), millis(start, preparedAt), millis(preparedAt, movedAt), false);
        return new Moved(outcome, before);
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
