package dev.belay.platform.serve;

import dev.belay.platform.fit.Fitted;
import dev.belay.platform.observe.GuestOutput;
import dev.belay.platform.observe.Tally;
import dev.belay.platform.observe.Usage;
import dev.belay.platform.spec.InstancePolicy;
import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.trace.Tracer;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.wasi.WasiContext;
import dev.belay.wasi.config.ConfigState;
import dev.belay.wasi.http.HttpHandler;
import dev.belay.wasi.http.HttpState;
import dev.belay.wasi.http.OutgoingPolicy;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.OutgoingTransport;
import dev.belay.wasi.http.transport.ServerExchange;
import dev.belay.wasi.instances.InstancePool;
import dev.belay.wasi.instances.Instances;
import dev.belay.wasi.instances.PoolCounts;
import dev.belay.wasi.keyvalue.KeyValueLimits;
import dev.belay.wasi.keyvalue.KeyValueState;
import dev.belay.wasi.logging.LogState;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageHandler;
import dev.belay.wasi.messaging.MessageOutcome;
import dev.belay.wasi.messaging.MessagingState;
import dev.belay.wasi.messaging.SubjectPolicy;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A revision of an application that can run. Thread-safe. */
public final class Revision {
    /** Requests that it may have sent, and that are not over: each is a connection, of which a process has so many. */
    private static final int MOST_SENT = 1_000;

    private final String application;
    private final String id;
    private final RevisionSpec spec;
    private final Fitted fitted;
    private final Optional<InstancePool> pool;
    private final Optional<HttpHandler> http;
    private final Optional<MessageHandler> messages;
    private final InstanceState shared;
    private final WasiContext context;
    private final Limits limits;
    private final GuestOutput out;
    private final GuestOutput err;
    private final Tally tally = new Tally();
    private final Usage usage;
    private final Optional<TracedRuns> traced;
    private final AtomicInteger underWay = new AtomicInteger();

    private Revision(String application, RevisionSpec spec, Fitted fitted, Surroundings around) {
        this.application = application;
        this.id = spec.id();
        this.spec = spec;
        this.fitted = fitted;
        this.limits = spec.limits().limits();
        this.usage = new Usage(limits.fuel(), around.memory().open());
        // what is composed alike is loaded once, and each counts its own
        LinkedComponent component = fitted.component().metered(usage);
        this.pool = pool(spec.instances(), component);
        Instances instances = pool.<Instances>map(its -> its).orElseGet(() -> Instances.fresh(component));
        this.http = HttpHandler.isExportedBy(component.component())
                ? Optional.of(HttpHandler.of(instances))
                : Optional.empty();
        this.messages = MessageHandler.isExportedBy(component.component())
                ? Optional.of(MessageHandler.of(instances))
                : Optional.empty();
        this.out = new GuestOutput(around.logs(), application, id, "stdout");
        this.err = new GuestOutput(around.logs(), application, id, "stderr");
        var secrets = new TreeMap<String, String>();
        spec.secrets().forEach((name, source) -> secrets.put(name, around.secrets().read(name, source)));
        this.context = WasiContext.builder()
                .environment(spec.environment())
                .environment(secrets)
                .stdout(out)
                .stderr(err)
                .build();
        OutgoingTransport client = around.client().of(application, MOST_SENT);
        var config = new TreeMap<>(spec.config());
        config.putAll(secrets);
        this.shared = InstanceState.of(ConfigState.class, new ConfigState(config))
                .with(LogState.class, new LogState(
                        (level, line) -> around.logs().write(application, id, "log", level.label(), line)))
                .with(KeyValueState.class, KeyValueState.of(
                        around.buckets().of(application), spec.buckets(), KeyValueLimits.defaults()))
                .with(HttpState.class, httpState(spec, client))
                .with(MessagingState.class, MessagingState.denied().withBus(around.bus(), SubjectPolicy.allow(spec.publish())));
        this.traced = around.tracer().isOn()
                ? Optional.of(new TracedRuns(spec, component, client))
                : Optional.empty();
    }

    /**
     * @throws StartException if a secret is missing
     */
    public static Revision of(String application, RevisionSpec spec, Fitted fitted, Surroundings around) {
        return new Revision(application, spec, fitted, around);
    }

    private static Optional<InstancePool> pool(InstancePolicy policy, LinkedComponent component) {
        return policy.isFresh()
                ? Optional.empty()
                : Optional.of(new InstancePool(component, policy.pool(), policy.reuse()));
    }

    private static HttpState httpState(RevisionSpec spec, OutgoingTransport client) {
        return spec.allowHosts().isEmpty()
                ? HttpState.denied()
                : HttpState.denied().withOutgoing(OutgoingPolicy.allow(spec.allowHosts()), client);
    }

    public String application() {
        return application;
    }

    public String id() {
        return id;
    }

    public RevisionSpec spec() {
        return spec;
    }

    public Fitted fitted() {
        return fitted;
    }

    public Tally tally() {
        return tally;
    }

    /** What its instances use. */
    public Usage usage() {
        return usage;
    }

    /** What became of the instances that are used for more than one call; empty if each is fresh. */
    public Optional<PoolCounts> pool() {
        return pool.map(InstancePool::counts);
    }

    public boolean answersRequests() {
        return http.isPresent();
    }

    public boolean handlesMessages() {
        return messages.isPresent();
    }

    /** How many requests and messages it has under way. */
    public int underWay() {
        return underWay.get();
    }

    /** Nothing is expected for it: lets go of instances that it keeps. What comes in spite of that is served as ever. */
    public void rest() {
        pool.ifPresent(InstancePool::rest);
    }

    /** Something more is under way, until {@link #leave}. */
    Revision enter() {
        underWay.incrementAndGet();
        return this;
    }

    void leave() {
        underWay.decrementAndGet();
    }

    /** What an instance is given. */
    InstanceState state() {
        return shared.with(WasiContext.class, context.another());
    }

    /** What one instance, and each call of it, may use. */
    public Limits limits() {
        return limits;
    }

    /** Answers a request, and counts it. */
    RequestOutcome handle(ServerExchange exchange, Limits within) {
        long start = System.nanoTime();
        RequestOutcome outcome = uncounted(exchange, within);
        tally.ended(outcome.status(), Outcomes.isFailure(outcome), outcome.trap(), System.nanoTime() - start);
        return outcome;
    }

    /** Answers a request that is none of a client's. */
    RequestOutcome uncounted(ServerExchange exchange, Limits within) {
        try {
            if (traced.isPresent() && http.isPresent() && Tracer.CURRENT.isBound()) {
                return traced.get().handle(exchange, state(), within);
            }
            return http.map(handler -> handler.handle(exchange, state(), within))
                    .orElseGet(() -> Outcomes.answer(exchange, 404, "this application answers no requests\n"));
        } finally {
            endLines();
        }
    }

    /** Handles a message, and counts it. */
    MessageOutcome handle(Message message, MessageBus bus) {
        long start = System.nanoTime();
        try {
            boolean isTraced = traced.isPresent() && messages.isPresent() && Tracer.CURRENT.isBound();
            MessageOutcome outcome = (isTraced
                            ? Optional.of(traced.get().handle(message, bus, state(), limits))
                            : messages.map(handler -> handler.handle(message, bus, state(), limits)))
                    .orElseGet(() -> MessageOutcome.refused("this application handles no messages"));
            tally.ended(0, outcome.result() != MessageOutcome.Result.HANDLED, outcome.trap(), System.nanoTime() - start);
            return outcome;
        } finally {
            endLines();
        }
    }

    private void endLines() {
        out.endLine();
        err.endLine();
    }
}
