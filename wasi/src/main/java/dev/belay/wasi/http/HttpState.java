package dev.belay.wasi.http;

import dev.belay.runtime.HostCall;
import dev.belay.wasi.http.transport.OutgoingTransport;
import java.util.Optional;

/**
 * What the HTTP interfaces need to know of an instance: an object for its {@link dev.belay.runtime.InstanceState}. An
 * instance without one has the default limits and may send nothing.
 */
public final class HttpState {
    private static final HttpState DENIED =
            new HttpState(HttpLimits.defaults(), OutgoingPolicy.denyAll(), Optional.empty(), false);

    private final HttpLimits limits;
    private final OutgoingPolicy policy;
    private final Optional<OutgoingTransport> transport;
    private final boolean headRequest;

    private HttpState(
            HttpLimits limits, OutgoingPolicy policy, Optional<OutgoingTransport> transport, boolean headRequest) {
        this.limits = limits;
        this.policy = policy;
        this.transport = transport;
        this.headRequest = headRequest;
    }

    /** Default limits, and nothing may be sent. */
    public static HttpState denied() {
        return DENIED;
    }

    public HttpState withLimits(HttpLimits these) {
        return new HttpState(these, policy, transport, headRequest);
    }

    /** Allows requests to the hosts of a policy. */
    public HttpState withOutgoing(OutgoingPolicy hosts, OutgoingTransport by) {
        return new HttpState(limits, hosts, Optional.of(by), headRequest);
    }

    /** The state of the instance that calls. */
    static HttpState of(HostCall call) {
        return call.instance().state().find(HttpState.class).orElse(DENIED);
    }

    HttpState answering(String method) {
        return new HttpState(limits, policy, transport, method.equals("HEAD"));
    }

    HttpLimits limits() {
        return limits;
    }

    OutgoingPolicy policy() {
        return policy;
    }

    Optional<OutgoingTransport> transport() {
        return transport;
    }

    /** Whether the instance answers a {@code HEAD} request. */
    boolean headRequest() {
        return headRequest;
    }
}
