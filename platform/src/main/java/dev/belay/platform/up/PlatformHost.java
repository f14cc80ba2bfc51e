package dev.belay.platform.up;

import dev.belay.host.http.HttpServer;
import dev.belay.host.messaging.Broker;
import dev.belay.host.messaging.NatsBus;
import dev.belay.host.messaging.NatsSettings;
import dev.belay.platform.admin.AdminServer;
import dev.belay.platform.admin.Tokens;
import dev.belay.platform.cleanup.StoreCleaner;
import dev.belay.platform.console.Console;
import dev.belay.platform.manifest.HostSettings;
import dev.belay.platform.manifest.Manifest;
import dev.belay.platform.manifest.ManifestReader;
import dev.belay.platform.manifest.RemoteComponents;
import dev.belay.platform.observe.LogLine;
import dev.belay.platform.observe.Logs;
import dev.belay.platform.rollout.Canary;
import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.rollout.Platform;
import dev.belay.platform.rollout.PlatformSettings;
import dev.belay.platform.rollout.Proposal;
import dev.belay.platform.serve.SecretReader;
import dev.belay.platform.spec.Part;
import dev.belay.platform.store.Durable;
import dev.belay.platform.trace.SpanExporter;
import dev.belay.platform.trace.Tracer;
import dev.belay.platform.trigger.DurableTriggers;
import dev.belay.platform.trigger.MessageTriggers;
import dev.belay.platform.trigger.ScheduleTriggers;
import dev.belay.runtime.Engine;
import dev.belay.runtime.EngineSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A host with everything that belongs to it. What starts last stops first. */
public final class PlatformHost implements AutoCloseable {
    private static final int WAITING = 10_000;

    private final HostSettings settings;
    private final Stops stops;
    private final Runnable whenAsked;
    private final Platform platform;
    private final StoreCleaner cleaner;
    private volatile Optional<String> notReady = Optional.of("starting");
    private String http = "";
    private String admin = "";
    private Optional<Outcome> applied = Optional.empty();
    private List<Part> fetched = List.of();

    /** @param stops is given what has to be stopped, also if this fails */
    private PlatformHost(HostSettings settings, Consumer<LogLine> lines, Runnable whenAsked, Stops stops) {
        this.settings = settings;
        this.stops = stops;
        this.whenAsked = whenAsked;
        var logs = new Logs(lines);
        Broker broker = broker();
        Path code = settings.state().resolve("code");
        Engine engine = Engine.of(EngineSettings.defaults().withCache(code));
        stops.push(engine::flush);
        this.platform = Platform.start(
                PlatformSettings.in(settings.state()).withDrain(settings.drain()), engine, broker, logs, tracer());
        stops.push(platform::close);
        this.cleaner = new StoreCleaner(platform, broker.buckets(), code, settings.keptChanges());
        stops.push(cleaner::close);
        cleaner.start();
        var triggers = new MessageTriggers(broker.bus(), logs);
        stops.push(triggers::close);
        var schedules = new ScheduleTriggers(broker.bus(), logs, Clock.systemUTC());
        stops.push(schedules::close);
        Optional<DurableTriggers> durables = broker.durables().map(its -> new DurableTriggers(its, broker.bus(), logs));
        durables.ifPresent(its -> stops.push(its::close));
        Runnable follow = () -> {
            triggers.follow(platform.applications().values());
            schedules.follow(platform.applications().values());
            durables.ifPresent(its -> its.follow(platform.applications().values()));
        };
        platform.whenChanged(() -> {
            follow.run();
            cleaner.soon();
        });
        follow.run();
        schedules.start();
        var canary = new Canary(platform);
        stops.push(canary::close);
        canary.start();
    }

    /**
     * Starts what was applied last or, if nothing ever was, applies the manifest.
     *
     * @param version of the program, for operators
     * @param remote has the components of the manifest that are in registries
     * @param lines is given each line that applications write
     * @param whenAsked is called when an operator wants the host to end; must not wait
     * @throws IOException if the manifest, or an address, cannot be used
     * @throws dev.belay.platform.manifest.ManifestException if the manifest is wrong
     */
    public static PlatformHost start(
            Path manifest, String version, RemoteComponents remote, Consumer<LogLine> lines, Runnable whenAsked) throws IOException {
        var stops = new Stops();
        try {
            var host = new PlatformHost(ManifestReader.host(manifest), lines, whenAsked, stops);
            host.listen(version);
            if (host.platform.desired().sequence() == 0) {
                Manifest read = ManifestReader.read(manifest, host.platform.blobs()::put, remote);
                host.fetched = read.fetched();
                host.applied = Optional.of(host.platform.change(
                        from -> Proposal.apply(from, read.stacks(), read.applications(), manifest.toString())));
            }
            host.notReady = Optional.empty();
            return host;
        } catch (RuntimeException | IOException | Error e) {
            stops.close();
            throw e;
        }
    }

    private Broker broker() {
        Broker broker = settings.nats().isEmpty() ? Broker.local() : Broker.of(nats());
        stops.push(broker::close);
        return broker;
    }

    private NatsBus nats() {
        NatsSettings how = NatsSettings.of(settings.nats().toArray(String[]::new));
        how = settings.credentials().map(how::withCredentials).orElse(how);
        how = settings.authority().map(how::withAuthority).orElse(how);
        return NatsBus.connect(how);
    }

    private Tracer tracer() {
        if (settings.tracing().isEmpty()) {
            return Tracer.off();
        }
        var exporter = new SpanExporter(settings.name(), settings.tracing().get().endpoint()).start();
        stops.push(exporter::close);
        return Tracer.to(settings.tracing().get().sample(), exporter);
    }

    private void listen(String version) throws IOException {
        var secrets = new SecretReader(System.getenv());
        var servers = new Servers(settings, secrets);
        HttpServer server = HttpServer.builder(platform).settings(servers.http().withConcurrency(settings.concurrency(), WAITING)).start();
        stops.push(server::stop);
        platform.takenBy(server);
        http = servers.url(server.port());
        Path tokenFile = settings.state().resolve("admin.token");
        String token = settings.admin().token().map(source -> secrets.read("admin token", source)).orElseGet(Tokens::random);
        Durable.write(tokenFile, (token + "\n").getBytes(StandardCharsets.UTF_8), true);
        var tokens = new Tokens(token, settings.admin().readToken().map(source -> secrets.read("admin read-token", source)));
        AdminServer operators = AdminServer.start(
                servers.admin(),
                tokens,
                new AdminServer.Subject(platform, cleaner, settings.name(), version, http, whenAsked, () -> notReady));
        stops.push(operators::close);
        stops.push(Console.start(operators, tokens, new Console.Subject(platform, settings.name(), version, http))::close);
        admin = operators.url();
        new HostFile(admin, http, tokenFile.toString(), servers.certificate(), ProcessHandle.current().pid()).write(settings.state());
        stops.push(() -> HostFile.remove(settings.state()));
        stops.push(servers.watch());
        stops.push(() -> notReady = Optional.of("stopping"));
    }

    public HostSettings settings() {
        return settings;
    }

    public Platform platform() {
        return platform;
    }

    /** Where requests are taken. */
    public String http() {
        return http;
    }

    /** Where operators ask. */
    public String admin() {
        return admin;
    }

    /** What became of the manifest, if it was applied at the start. */
    public Optional<Outcome> applied() {
        return applied;
    }

    /** What came out of registries, if the manifest was applied at the start. */
    public List<Part> fetched() {
        return fetched;
    }

    @Override
    public void close() {
        stops.close();
    }
}
