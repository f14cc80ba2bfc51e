package dev.belay.platform.serve;

import dev.belay.platform.spec.RevisionSpec;
import dev.belay.platform.trace.Span;
import dev.belay.platform.trace.TracedTransport;
import dev.belay.platform.trace.Tracer;
import dev.belay.runtime.CallObserver;
import dev.belay.runtime.HostCall;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.wasi.http.HttpHandler;
import dev.belay.wasi.http.HttpState;
import dev.belay.wasi.http.OutgoingPolicy;
import dev.belay.wasi.http.RequestOutcome;
import dev.belay.wasi.http.transport.OutgoingTransport;
import dev.belay.wasi.http.transport.ServerExchange;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageHandler;
import dev.belay.wasi.messaging.MessageOutcome;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of a revision that are followed: in fresh instances that tell of calls from one component within to another. A span
 * for the harness, in which the request goes, and one within that for each such call.
 */
final class TracedRuns {
    private static final CallObserver.Ended NOBODY = _ -> {};

    private final LinkedComponent component;
    private final String harness;
    private final Optional<OutgoingPolicy> hosts;
    private final OutgoingTransport client;

    TracedRuns(RevisionSpec spec, LinkedComponent component, OutgoingTransport client) {
        this.component = component.observed(TracedRuns::began);
        this.harness = spec.stack().map(stack -> stack.upper().label()).orElseGet(() -> spec.component().label());
        this.hosts = spec.allowHosts().isEmpty() ? Optional.empty() : Optional.of(OutgoingPolicy.allow(spec.allowHosts()));
        this.client = client;
    }

    private static CallObserver.Ended began(HostCall call, String function) {
        return call.instance()
                .state()
                .find(Tracer.Active.class)
                .map(within -> within.within(function, Span.Kind.INTERNAL))
                .<CallObserver.Ended>map(span -> failed -> span.end(failed, Map.of()))
                .orElse(NOBODY);
    }

    RequestOutcome handle(ServerExchange exchange, InstanceState state, Limits limits) {
        Tracer.Active span = Tracer.CURRENT.get().within(harness, Span.Kind.INTERNAL);
        RequestOutcome outcome = HttpHandler.of(component).handle(exchange, within(span, state), limits);
        span.end(Outcomes.isFailure(outcome), Map.of());
        return outcome;
    }

    MessageOutcome handle(Message message, MessageBus bus, InstanceState state, Limits limits) {
        Tracer.Active span = Tracer.CURRENT.get().within(harness, Span.Kind.INTERNAL);
        MessageOutcome outcome = MessageHandler.of(component).handle(message, bus, within(span, state), limits);
        span.end(outcome.result() != MessageOutcome.Result.HANDLED, Map.of());
        return outcome;
    }

    private InstanceState within(Tracer.Active span, InstanceState state) {
        InstanceState traced = state.with(Tracer.Active.class, span);
        return hosts.map(policy -> traced.with(
                        HttpState.class, HttpState.denied().withOutgoing(policy, new TracedTransport(client, span.context()))))
                .orElse(traced);
    }
}
