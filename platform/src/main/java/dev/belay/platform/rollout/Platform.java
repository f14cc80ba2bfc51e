package dev.belay.platform.rollout;

import dev.belay.host.http.Destination;
import dev.belay.host.http.HttpClientTransport;
import dev.belay.host.http.HttpServer;
import dev.belay.host.http.RequestLine;
import dev.belay.host.http.Router;
import dev.belay.host.messaging.Broker;
import dev.belay.platform.fair.MemoryShares;
import dev.belay.platform.fit.Composer;
import dev.belay.platform.fit.Loader;
import dev.belay.platform.journal.ApplicationState;
import dev.belay.platform.journal.Change;
import dev.belay.platform.journal.DesiredState;
import dev.belay.platform.journal.Journal;
import dev.belay.platform.journal.Named;
import dev.belay.platform.observe.Logs;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.SecretReader;
import dev.belay.platform.serve.Surroundings;
import dev.belay.platform.spec.Part;
import dev.belay.platform.store.BlobStore;
import dev.belay.platform.trace.Tracer;
import dev.belay.runtime.Engine;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applications that run, and the changes of them: one change at a time, each whole or not at all. Thread-safe.
 */
public final class Platform implements Router, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final StateDirectory directory;
    private final BlobStore blobs;
    private final Journal journal;
    private final Logs logs;
    private final HttpClientTransport client;
    private final ExecutorService workers;
    private final Running running;
    private final Changes changes;
    private final RolloutCounts counts = new RolloutCounts();
    private volatile Optional<HttpServer> server = Optional.empty();

    private Platform(PlatformSettings settings, Engine engine, Broker broker, Logs logs, Tracer tracer) {
        this.logs = logs;
        this.running = new Running(logs, tracer);
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
        var loader = new Loader(engine, new Composer(blobs), counts.times());
        var around = new Surroundings(
                logs, client, broker.bus(), broker.buckets(), new SecretReader(settings.environment()), tracer,
                new MemoryShares(settings.memory()));
        this.changes = new Changes(
                journal, new Preparation(loader, around, workers, counts.times()), running,
                new Draining(settings.drain(), running::serves), loader, counts);
    }

    /**
     * Starts what was applied last.
     *
     * @throws dev.belay.platform.store.StoreException if that cannot be read
     * @throws RefusedException if another host uses the directory
     */
    public static Platform start(
            PlatformSettings settings, Engine engine, Broker broker, Logs logs, Tracer tracer) {
        var platform = new Platform(settings, engine, broker, logs, tracer);
        try {
            platform.restore();
            return platform;
        } catch (RuntimeException | Error e) {
            platform.close();
            throw e;
        }
    }

    private void restore() {
        changes.restore().forEach((name, why) -> {
            LOG.error("{} does not start: {}", name, why);
            logs.write(name, "", "host", "error", "does not start: " + why);
        });
    }

    /** Where components and whatever else is large is kept. */
    public BlobStore blobs() {
        return blobs;
    }

    /**
     * Has bytes stay for an hour at least, for a change that is to be made.
     *
     * @throws RefusedException if some are not there
     */
    public void claim(Stream<Part> parts) {
        // A harness is a part of many.
        parts.distinct().filter(part -> !blobs.claim(part.digest())).findFirst().ifPresent(part -> {
            throw new RefusedException(part.label() + ": expected its bytes in the store, found none; send them first");
        });
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
        return running.applications();
    }

    /** Why applications that are desired do not run. */
    public Map<String, String> failed() {
        return running.failed();
    }

    /** What it counts. */
    public MetricSnapshots metrics() {
        return Metrics.of(this, counts, server);
    }

    /** Who takes the requests: its connections are among what is counted. */
    public void takenBy(HttpServer taking) {
        server = Optional.of(taking);
    }

    /** How far the change that began last has come. */
    public Progress progress() {
        return changes.progress();
    }

    /** Is called after each change, on the thread that made it. */
    public void whenChanged(Runnable callback) {
        changes.whenChanged(callback);
    }

    /** All that is named by what is desired now, or was so before one of the last changes. */
    public Named named(int changes) {
        return journal.named(changes);
    }

    /** Does something that no change must come between; changes wait for it. */
    public <T> T whileNothingChanges(Supplier<T> work) {
        return changes.whileNothingChanges(work);
    }

    @Override
    public Optional<? extends Destination> route(RequestLine request) {
        return running.routes().find(request);
    }

    /** As {@link #plan(Function, Progress)}, for those who do not look at how far it has come. */
    public Plan plan(Function<DesiredState, Proposal> wish) {
        return plan(wish, new Progress());
    }

    /**
     * What a proposal would do: everything is tried that can be without serving.
     *
     * @param told how far it has come
     * @throws RefusedException if it cannot be
     */
    public Plan plan(Function<DesiredState, Proposal> wish, Progress told) {
        return changes.plan(wish, told);
    }

    /** As {@link #change(Function, Progress)}, for those who do not look at how far it has come. */
    public Outcome change(Function<DesiredState, Proposal> wish) {
        return change(wish, new Progress());
    }

    /**
     * Makes it so: composes, loads, warms, checks, writes the journal, moves traffic, and waits for what is under way before.
     * If anything fails up to the journal, all stays as it was. Others can make changes while this one waits.
     *
     * @param told how far it has come
     * @throws RefusedException if it cannot be
     * @throws dev.belay.platform.store.StoreException if the journal cannot be written; all is as it was
     */
    public Outcome change(Function<DesiredState, Proposal> wish, Progress told) {
        return changes.change(wish, told);
    }

    /** What was desired after a change, if that is still known. */
    public Optional<DesiredState> stateAt(long sequence) {
        return journal.stateAt(sequence);
    }

    @Override
    public void close() {
        whileNothingChanges(() -> {
            workers.shutdownNow();
            running.rest();
            client.close();
            journal.close();
            directory.close();
            return true;
        });
    }

    /** An application's desired state. */
    public Optional<ApplicationState> desired(String application) {
        return Optional.ofNullable(journal.state().applications().get(application));
    }
}
