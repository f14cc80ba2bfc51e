package dev.belay.platform.rollout;

import dev.belay.host.http.Destination;
import dev.belay.host.http.HttpClientTransport;
import dev.belay.host.messaging.NatsBus;
import dev.belay.host.http.RequestLine;
import dev.belay.host.http.Router;
import dev.belay.platform.fit.Composer;
import dev.belay.platform.fit.Loader;
import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.journal.Change;
import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.journal.Journal;
import dev.belay.platform.observe.Logs;
import dev.belay.platform.route.RouteTable;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.Revision;
import dev.belay.platform.serve.SecretReader;
import dev.belay.platform.serve.Surroundings;
import dev.belay.platform.store.BlobStore;
import dev.belay.platform.trace.Tracer;
import dev.belay.runtime.Engine;
import dev.belay.wasi.keyvalue.KeyValueLimits;
import dev.belay.wasi.keyvalue.KeyValueStore;
import dev.belay.wasi.keyvalue.LocalKeyValueStore;
import dev.belay.wasi.messaging.MessageBus;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applications that run, and the changes of them: one change at a time, each whole or not at all. Thread-safe.
 */
public final class Platform implements Router, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
    private static final long LOOK_NANOS = 1_000_000;

    private final PlatformSettings settings;
    private final StateDirectory directory;
    private final BlobStore blobs;
    private final Journal journal;
    private final Logs logs;
    private final Tracer tracer;
    private final HttpClientTransport client;
    private final ExecutorService workers;
    private final Preparation preparation;
    private final Loader loader;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Map<String, Application> running = Map.of();
    private volatile Map<String, String> failed = Map.of();
    private volatile RouteTable routes = RouteTable.of(List.of());
    private final RolloutCounts counts = new RolloutCounts();
    private final Progress progress = new Progress();
    private volatile Runnable whenChanged = () -> {};

    private Platform(PlatformSettings settings, Engine engine, MessageBus bus, Logs logs, Tracer tracer) {
        this.settings = settings;
        this.logs = logs;
        this.tracer = tracer;
        this.directory = StateDirectory.lock(settings.state());
        try {
            this.blobs = new BlobStore(settings.state().resolve("blobs"));
            this.journal = Journal.open(settings.state().resolve("journal"));
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
        this.client = new HttpClientTransport();
        this.workers = Executors.newFixedThreadPool(
                settings.workers(), Thread.ofPlatform().daemon().name("rollout-", 0).stackSize(8 << 20).factory());
        this.loader = new Loader(engine, new Composer(blobs));
        var around = new Surroundings(
                logs, client, bus, buckets(bus), new SecretReader(settings.environment()), tracer);
        this.preparation = new Preparation(loader, around, workers, progress);
    }

    private static KeyValueStore buckets(MessageBus bus) {
        KeyValueLimits limits = KeyValueLimits.defaults();
        return bus instanceof NatsBus nats ? nats.keyValues(limits) : new LocalKeyValueStore(limits);
    }

    /**
     * Starts what was applied last.
     *
     * @throws dev.belay.platform.store.StoreException if that cannot be read
     * @throws RefusedException if another host uses the directory
     */
    public static Platform start(
            PlatformSettings settings, Engine engine, MessageBus bus, Logs logs, Tracer tracer) {
        var platform = new Platform(settings, engine, bus, logs, tracer);
        try {
            platform.restore();
            return platform;
        } catch (RuntimeException | Error e) {
            platform.close();
            throw e;
        }
    }

    private void restore() {
        DesiredState desired = journal.state();
        var result = preparation.prepare(desired.applications().values(), Map.of());
        result.failures().forEach((name, why) -> {
            LOG.error("{} does not start: {}", name, why);
            logs.write(name, "", "host", "error", "does not start: " + why);
        });
        failed = result.failures();
        move(result.prepared(), List.of());
    }

    /** Where components and whatever else is large is kept. */
    public BlobStore blobs() {
        return blobs;
    }

    public DesiredState desired() {
        return journal.state();
    }

    public List<Change.Summary> history() {
        return journal.history();
    }

    public Logs logs() {
        return logs;
    }

    /** What runs, by name. */
    public Map<String, Application> applications() {
        return running;
    }

    /** Why applications that are desired do not run. */
    public Map<String, String> failed() {
        return failed;
    }

    /** What it counts. */
    public MetricSnapshots metrics() {
        return Metrics.of(this, counts);
    }

    /** How far the change under way has come. */
    public Progress progress() {
        return progress;
    }

    /** Is called after each change, on the thread that made it. */
    public void whenChanged(Runnable callback) {
        whenChanged = callback;
    }

    @Override
    public Optional<? extends Destination> route(RequestLine request) {
        return routes.find(request);
    }

    /** What a proposal would do: everything is tried that can be without serving. */
    public Plan plan(Function<DesiredState, Proposal> wish) {
        changing.lock();
        try {
            DesiredState from = journal.state();
            Proposal proposal = wish.apply(from);
            var result = preparation.prepare(proposal.applications().values(), running);
            return marked(Plan.of(from, proposal), result.failures());
        } finally {
            changing.unlock();
        }
    }

    /**
     * Makes it so: composes, loads, warms, checks, writes the journal, moves traffic, and waits for what is under way before.
     * If anything fails up to the journal, all stays as it was.
     *
     * @throws RefusedException if it cannot be
     * @throws dev.belay.platform.store.StoreException if the journal cannot be written; all is as it was
     */
    public Outcome change(Function<DesiredState, Proposal> wish) {
        changing.lock();
        try {
            DesiredState from = journal.state();
            Proposal proposal = wish.apply(from);
            progress.begin(proposal);
            long start = System.nanoTime();
            var result = preparation.prepare(proposal.applications().values(), running);
            long preparedAt = System.nanoTime();
            counts.prepared(result.prepared().size(), result.failures().size());
            Plan plan = marked(Plan.of(from, proposal), result.failures());
            if (plan.hasMisfits()) {
                counts.changed(proposal.action(), "misfit");
            }
            if (plan.hasMisfits() || proposal.isEmpty(from)) {
                return new Outcome(plan, !plan.hasMisfits(), from.sequence(), millis(start, preparedAt), 0, true);
            }
            requireRoutes(from, proposal);
            progress.enter(Progress.Phase.MOVING);
            journal.append(
                    proposal.action(), proposal.note(), proposal.applications(), proposal.removed(), proposal.stacks());
            List<Revision> before = move(result.prepared(), proposal.removed());
            long movedAt = System.nanoTime();
            progress.enter(Progress.Phase.DRAINING);
            boolean drained = drain(before);
            loader.clean();
            counts.changed(proposal.action(), "done");
            whenChanged.run();
            return new Outcome(
                    plan, true, journal.state().sequence(), millis(start, preparedAt), millis(preparedAt, movedAt), drained);
        } finally {
            progress.end();
            changing.unlock();
        }
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }

    private static Plan marked(Plan plan, Map<String, String> failures) {
        return new Plan(
                plan.steps().stream()
                        .map(step -> Optional.ofNullable(failures.get(step.application()))
                                .map(step::withMisfit)
                                .orElse(step))
                        .toList(),
                plan.unchanged());
    }

    private static void requireRoutes(DesiredState from, Proposal proposal) {
        var all = new TreeMap<>(from.applications());
        all.putAll(proposal.applications());
        proposal.removed().forEach(all::remove);
        var seen = new HashMap<Object, String>();
        all.forEach((name, state) -> state.spec().triggers().http().forEach(route -> {
            String other = seen.putIfAbsent(route, name);
            if (other != null) {
                throw new RefusedException("`" + name + "` and `" + other + "` have the same route: "
                        + (route.host().isEmpty() ? "any host" : route.host()) + " " + route.path());
            }
        }));
    }

    /** @return revisions that served before and do not now */
    private List<Revision> move(Map<String, Prepared> prepared, Collection<String> removed) {
        var next = new HashMap<>(running);
        var before = new java.util.ArrayList<Revision>();
        prepared.forEach((name, its) -> {
            Application application = next.get(name);
            if (application == null) {
                next.put(name, new Application(its.serving(), logs, tracer, other -> Optional.ofNullable(running.get(other))));
            } else {
                revisions(application).filter(r -> !r.equals(its.serving().current())).forEach(before::add);
                application.serve(its.serving());
            }
        });
        for (String name : removed) {
            Optional.ofNullable(next.remove(name)).ifPresent(gone -> revisions(gone).forEach(before::add));
        }
        routes = RouteTable.of(next.values());
        running = Collections.unmodifiableMap(next);
        var still = new HashMap<>(failed);
        still.keySet().removeAll(prepared.keySet());
        still.keySet().removeAll(removed);
        failed = Map.copyOf(still);
        return before;
    }

    private static Stream<Revision> revisions(Application application) {
        return Stream.concat(Stream.of(application.serving().current()), application.serving().kept().stream());
    }

    /** Those that go may be kept to go back to: they get nothing any more, unless they are given a share. */
    private boolean drain(List<Revision> before) {
        long end = System.nanoTime() + settings.drain().toNanos();
        for (Revision revision : before) {
            while (revision.underWay() > 0 && !hasShare(revision)) {
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        return true;
    }

    private boolean hasShare(Revision revision) {
        return Optional.ofNullable(running.get(revision.application()))
                .filter(its -> its.serving().weights().containsKey(revision.id()))
                .isPresent();
    }

    /** What was desired after a change, if that is still known. */
    public Optional<DesiredState> stateAt(long sequence) {
        return journal.stateAt(sequence);
    }

    @Override
    public void close() {
        changing.lock();
        try {
            workers.shutdownNow();
            client.close();
            journal.close();
            directory.close();
        } finally {
            changing.unlock();
        }
    }

    /** An application's desired state. */
    public Optional<ApplicationState> desired(String application) {
        return Optional.ofNullable(journal.state().applications().get(application));
    }
}
