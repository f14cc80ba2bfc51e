package dev.belay.platform.serve;

import dev.belay.host.http.Admission;
import dev.belay.host.http.Destination;
import dev.belay.host.http.Turns;
import dev.belay.platform.fair.Tenants;
import dev.belay.platform.observe.Logs;
import dev.belay.platform.shape.ShapeCounts;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.TrafficSpec;
import dev.belay.platform.trace.Span;
import dev.belay.platform.trace.TraceContext;
import dev.belay.platform.trace.TracedExchange;
import dev.belay.platform.trace.Tracer;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.http.transport.ServerExchange;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** An application as clients see it, whatever revision serves it now. Thread-safe. */
public final class Application implements Destination {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Nobody asks again for a message that is refused, unless it comes of a stream. */
    private static final Duration MESSAGE_PATIENCE = Duration.ofMinutes(5);
    /** Enough to recognise a request; a path can be as long as the headers. */
    private static final int MAX_PATH = 200;

    private static final int REFUSED = 503;

    private final String name;
    private final Logs logs;
    private final Tracer tracer;
    private final Tenants tenants;
    private final ShapeCounts shaped = new ShapeCounts();
    private final Mirroring mirroring;
    private volatile Shaper shaper;
    private volatile Serving serving;
    private volatile Turns turns;
    private volatile Optional<Admission> admission;

    /** @param applications by name: where requests may be mirrored to */
    public Application(
            Serving first, Logs logs, Tracer tracer, Tenants tenants, Function<String, Optional<Application>> applications) {
        this.name = first.spec().name();
        this.logs = logs;
        this.tracer = tracer;
        this.tenants = tenants;
        this.serving = first;
        this.turns = tenants.of(first.spec());
        this.admission = Optional.of(admission(first.spec().traffic(), turns));
        this.mirroring = new Mirroring(applications);
        this.shaper = new Shaper(first.spec().traffic(), shaped, mirroring);
    }

    private static Admission admission(TrafficSpec traffic, Turns turns) {
        return new Admission(traffic.concurrency(), traffic.waiting(), PATIENCE, turns);
    }

    public String name() {
        return name;
    }

    public ApplicationSpec spec() {
        return serving.spec();
    }

    public Serving serving() {
        return serving;
    }

    /** Has requests from now on served otherwise; those under way end as they began. */
    public void serve(Serving next) {
        TrafficSpec before = serving.spec().traffic();
        Turns turnsBefore = turns;
        serving = next;
        turns = tenants.of(next.spec());
        if (!before.equals(next.spec().traffic())) {
            shaper = new Shaper(next.spec().traffic(), shaped, mirroring);
        }
        if (before.concurrency() != next.spec().traffic().concurrency()
                || before.waiting() != next.spec().traffic().waiting()
                || turnsBefore != turns) {
            admission = Optional.of(admission(next.spec().traffic(), turns));
        }
    }

    @Override
    public Optional<Admission> admission() {
        return admission;
    }

    @Override
    public RequestOutcome handle(ServerExchange exchange) {
        return tracer.isOn() ? followed(exchange) : told(exchange);
    }

    /** Answers a request that no server let in, when its turn comes. */
    public RequestOutcome handleInTurn(ServerExchange exchange) {
        try {
            return turns.call(() -> handle(exchange), MESSAGE_PATIENCE)
                    .orElseGet(() -> Outcomes.answer(exchange, REFUSED, "other tenants kept the processors busy\n"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Outcomes.answer(exchange, REFUSED, "the host stops\n");
        }
    }

    /** Writes to the log what went wrong, while it is known to which trace the request belongs. */
    private RequestOutcome told(ServerExchange exchange) {
        RequestOutcome outcome = routed(exchange);
        switch (outcome.result()) {
            case ANSWERED, DISCONNECTED -> {}
            case HOST_ERROR -> log("error", exchange, outcome);
            case ERROR_CODE, NO_RESPONSE, UNFINISHED_BODY, TRAPPED, EXITED -> log("warn", exchange, outcome);
        }
        return outcome;
    }

    private RequestOutcome routed(ServerExchange exchange) {
        Serving now = serving;
        if (!now.spec().traffic().isPlain()) {
            return shaper.handle(exchange, now);
        }
        Revision revision = now.entered();
        try {
            return revision.handle(exchange, revision.limits());
        } finally {
            revision.leave();
        }
    }

    /** In a span, if somebody follows the request. */
    private RequestOutcome followed(ServerExchange exchange) {
        RequestHead head = exchange.request();
        Optional<Tracer.Active> span = begin(head, exchange.took());
        if (span.isEmpty()) {
            return told(exchange);
        }
        RequestOutcome outcome = ScopedValue.where(Tracer.CURRENT, span.get())
                .call(() -> told(new TracedExchange(exchange, span.get().context())));
        span.get().end(Outcomes.isFailure(outcome), attributes(head, outcome.status()));
        return outcome;
    }

    private Optional<Tracer.Active> begin(RequestHead head, Duration waited) {
        return tracer.begin(HttpField.find(head.headers(), TraceContext.HEADER), head.method(), Span.Kind.SERVER, waited);
    }

    private Map<String, String> attributes(RequestHead head, int status) {
        return Map.of(
                "http.request.method", head.method(),
                "url.path", head.pathWithQuery().orElse("").replaceFirst("\\?.*", ""),
                "http.response.status_code", Integer.toString(status),
                "belay.application", name);
    }

    /**
     * Handles a message in the revision that serves when its turn comes.
     *
     * @param waited since it came
     */
    public MessageOutcome handle(Message message, MessageBus bus, Duration waited) {
        Optional<Tracer.Active> span =
                tracer.isOn() ? tracer.begin(Optional.empty(), "process", Span.Kind.CONSUMER, waited) : Optional.empty();
        if (span.isEmpty()) {
            return inTurn(() -> routed(message, bus));
        }
        // Turns may be taken on another thread, which knows of nothing that is bound on this one.
        MessageOutcome outcome = inTurn(() -> ScopedValue.where(Tracer.CURRENT, span.get()).call(() -> routed(message, bus)));
        span.get().end(outcome.result() != MessageOutcome.Result.HANDLED, Map.of(
                "messaging.destination.name", message.subject(), "belay.application", name));
        return outcome;
    }

    private MessageOutcome inTurn(Supplier<MessageOutcome> work) {
        try {
            return turns.call(work, MESSAGE_PATIENCE)
                    .orElseGet(() -> MessageOutcome.refused("other tenants kept the processors busy for " + MESSAGE_PATIENCE));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return MessageOutcome.refused("the host stops");
        }
    }

    private MessageOutcome routed(Message message, MessageBus bus) {
        Revision revision = serving.entered();
        try {
            return revision.handle(message, bus);
        } finally {
            revision.leave();
        }
    }

    /** What was done to its requests. */
    public ShapeCounts.Totals shaped() {
        return shaped.totals();
    }

    @Override
    public void refused(Supplier<RequestHead> request, Duration took) {
        serving.current().tally().refused();
        if (tracer.isOn()) {
            RequestHead head = request.get();
            begin(head, took).ifPresent(span -> span.end(true, attributes(head, REFUSED)));
        }
    }

    @Override
    public void finished(Supplier<RequestHead> request, RequestOutcome outcome, Duration took) {
        // it was told when the request ended
    }

    private void log(String level, ServerExchange exchange, RequestOutcome outcome) {
        RequestHead request = exchange.request();
        String path = request.pathWithQuery().orElse("-");
        logs.write(
                name,
                serving.current().id(),
                "host",
                level,
                request.method() + " " + path.substring(0, Math.min(path.length(), MAX_PATH)) + ": " + outcome.status()
                        + " after " + exchange.took().toMillis() + " ms: " + outcome.message());
    }
}
