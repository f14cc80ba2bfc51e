package dev.belay.platform.console;

import dev.belay.platform.admin.Tokens;
import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.rollout.Plan;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.rollout.Progress;
import dev.belay.platform.rollout.Proposal;
import dev.belay.platform.rollout.RefusedException;
import dev.belay.platform.spec.Part;
import dev.belay.platform.store.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes that take longer than a browser waits: they are planned and made beside the requests that ask for them, and pages show
 * how far they are. Thread-safe.
 */
final class Rollouts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rollouts.class);
    /** Plans are made and thrown away; who has so many open looks at none of them. */
    private static final int MOST = 32;

    private final Platform platform;
    private final Map<String, Rollout> all = new LinkedHashMap<>();
    private volatile boolean isClosed;

    Rollouts(Platform platform) {
        this.platform = platform;
    }

    /**
     * Has a plan made, with a component that is in the store.
     *
     * @throws VisitException if too many are being worked at
     */
    Rollout begin(Target target, Part part) {
        var progress = new Progress();
        var rollout = new Rollout(Tokens.random(), target, part, progress);
        keep(rollout);
        run(rollout, () -> plan(rollout, progress));
        return rollout;
    }

    private synchronized void keep(Rollout rollout) {
        if (all.size() >= MOST) {
            String oldest = all.values().stream()
                    .filter(its -> !its.stage().isWorking())
                    .map(Rollout::id)
                    .findFirst()
                    .orElseThrow(() -> new VisitException(503, MOST + " changes are waiting already: try again when some are done."));
            all.remove(oldest);
        }
        all.put(rollout.id(), rollout);
    }

    /**
     * One of the last of them.
     *
     * @throws VisitException if it is none
     */
    synchronized Rollout known(String id) {
        return Optional.ofNullable(all.get(id)).orElseThrow(() -> new VisitException(
                404, "This change is not known, or not any more: if it was made, it is in the history."));
    }

    /** Has it planned anew, unless it is done, or being worked at. */
    void planAgain(Rollout rollout) {
        var progress = new Progress();
        if (rollout.restart(progress)) {
            run(rollout, () -> plan(rollout, progress));
        }
    }

    /** Has it done if it is planned, and fits. To say so twice does no more. */
    void carryOut(Rollout rollout) {
        var progress = new Progress();
        rollout.begin(progress).ifPresent(planned -> run(rollout, () -> carryOut(rollout, planned.proposal(), progress)));
    }

    private void run(Rollout rollout, Runnable work) {
        Thread.ofVirtual().name("console-change").start(() -> {
            try {
                platform.claim(Stream.of(rollout.part()));
                work.run();
            } catch (RefusedException | StoreException e) {
                rollout.enter(new Rollout.Stopped("Nothing was changed: " + e.getMessage()));
            } catch (RuntimeException | Error e) {
                LOG.error("{} failed", rollout.target().title(), e);
                rollout.enter(new Rollout.Stopped("The host failed: see its log, and the history for whether something was changed."));
            }
        });
    }

    private void plan(Rollout rollout, Progress progress) {
        var wished = new CompletableFuture<Wish>();
        Plan plan = platform.plan(
                from -> {
                    Wish wish = wish(rollout, from);
                    wished.complete(wish);
                    return wish.proposal();
                },
                progress);
        rollout.enter(new Rollout.Planned(plan, wished.join().proposal(), wished.join().isNothing()));
    }

    private void carryOut(Rollout rollout, Proposal planned, Progress progress) {
        Outcome outcome = platform.change(
                from -> {
                    // Another change may have been made since, or while this one waited.
                    Proposal now = wish(rollout, from).proposal();
                    if (!now.equals(planned)) {
                        throw new RefusedException("what runs is not any more what it was when this was planned");
                    }
                    return now;
                },
                progress);
        // The request that began it has a path that says nothing to whoever reads the log.
        LOG.info("console: {} with {}: {}", rollout.target().title(), rollout.part().label(),
                outcome.done() ? "change " + outcome.sequence() : "nothing was changed");
        rollout.enter(new Rollout.Ended(outcome));
    }

    private record Wish(Proposal proposal, boolean isNothing) {}

    private Wish wish(Rollout rollout, DesiredState from) {
        if (isClosed) {
            throw new RefusedException("the host stops");
        }
        Proposal proposal = rollout.target().proposal(from, rollout.part());
        return new Wish(proposal, proposal.isEmpty(from));
    }

    /** Has what waits for its turn not be done any more; what has begun comes to its end. */
    @Override
    public void close() {
        isClosed = true;
    }
}
