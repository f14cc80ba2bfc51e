package dev.belay.platform.rollout;

import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.observe.Tally;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.spec.TrafficSpec;
import dev.belay.platform.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes new revisions from one step of their canary to the next, and back when they fail. What step each is at is in the
 * journal: a host that starts again goes on there.
 */
public final class Canary implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Canary.class);
    private static final long LOOK_MILLIS = 200;
    private static final double SLOWEST_HUNDREDTH = 0.99;

    private final Platform platform;
    private final Map<String, Watch> watches = new HashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("canary").factory());

    public Canary(Platform platform) {
        this.platform = platform;
    }

    public void start() {
        clock.scheduleWithFixedDelay(() -> look(System.nanoTime()), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A step that is watched: what was counted when it began. */
    private record Watch(Revision revision, int step, long since, Tally.Totals before) {}

    /** What is to be done about a step. */
    enum Verdict {
        WAIT,
        GO_ON,
        GO_BACK
    }

    /** @param now nanoseconds that never go back */
    synchronized void look(long now) {
        watches.keySet().retainAll(platform.applications().keySet());
        platform.desired().applications().forEach((name, state) -> {
            if (state.canaryStep() == ApplicationState.NO_CANARY) {
                watches.remove(name);
            } else {
                Optional.ofNullable(platform.applications().get(name)).ifPresent(its -> look(its, state, now));
            }
        });
    }

    private void look(Application application, ApplicationState state, long now) {
        Revision revision = application.serving().current();
        Watch watch = watches.get(application.name());
        if (watch == null || watch.step() != state.canaryStep() || !watch.revision().equals(revision)) {
            watches.put(application.name(), new Watch(revision, state.canaryStep(), now, revision.tally().totals()));
            return;
        }
        Tally.Totals since = revision.tally().totals().minus(watch.before());
        TrafficSpec.Canary spec = state.spec().traffic().canary().orElseThrow();
        switch (verdict(spec, since, now - watch.since())) {
            case WAIT -> {}
            case GO_ON -> change(application, "goes on after " + since.requests() + " requests, " + since.failed() + " failed", true);
            case GO_BACK -> change(application, "goes back after " + since.requests() + " requests, " + since.failed() + " failed, p99 "
                    + since.quantile(SLOWEST_HUNDREDTH) + " s", false);
        }
    }

    static Verdict verdict(TrafficSpec.Canary spec, Tally.Totals since, long lasted) {
        long requests = since.requests();
        if (requests < spec.minimum()) {
            return Verdict.WAIT;
        }
        boolean fails = since.failed() > spec.errors() * requests;
        boolean slow = spec.latency()
                .filter(its -> since.quantile(SLOWEST_HUNDREDTH) > its.toNanos() / 1e9)
                .isPresent();
        return fails || slow ? Verdict.GO_BACK : lasted < spec.every().toNanos() ? Verdict.WAIT : Verdict.GO_ON;
    }

    private void change(Application application, String why, boolean on) {
        String name = application.name();
        LOG.info("{}: {}", name, why);
        platform.logs().write(name, application.serving().current().id(), "host", on ? "info" : "warn", "canary " + why);
        try {
            platform.change(from -> {
                ApplicationState now = from.applications().get(name);
                if (now == null || now.canaryStep() == ApplicationState.NO_CANARY) {
                    throw new RefusedException("the canary of " + name + " is over");
                }
                return on ? Proposal.step(from, now) : Proposal.rollback(from, name);
            });
        } catch (RefusedException | StoreException e) {
            LOG.warn("{}: the canary cannot go on: {}", name, e.getMessage());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
