package dev.belay.wasi.http;

import dev.belay.runtime.HostCall;
import dev.belay.runtime.Instance;
import dev.belay.wasi.http.transport.OutgoingTransport;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * What the HTTP interfaces need to know of an instance: an object for its {@link dev.belay.runtime.InstanceState}. An
 * instance without one has the default limits and may send nothing. It can be given to many instances.
 */
public final class HttpState {
    /** For instances that no request was given to with a state of its own: what they keep is counted for each. */
    private static final Map<Instance, HttpState> OWN = Collections.synchronizedMap(new WeakHashMap<>());

    private final HttpLimits limits;
    private final OutgoingPolicy policy;
    private final Optional<OutgoingTransport> transport;
    private final boolean headRequest;
    private final boolean own;
    private final HttpMemory memory;

    private HttpState(
            HttpLimits limits, OutgoingPolicy policy, Optional<OutgoingTransport> transport, boolean headRequest, boolean own) {
        this.limits = limits;
        this.policy = policy;
        this.transport = transport;
        this.headRequest = headRequest;
        this.own = own;
        this.memory = new HttpMemory(limits.keptBytes());
    }

    /** Default limits, and nothing may be sent. */
    public static HttpState denied() {
        return new HttpState(HttpLimits.defaults(), OutgoingPolicy.denyAll(), Optional.empty(), false, false);
    }

    public HttpState withLimits(HttpLimits these) {
        return new HttpState(these, policy, transport, headRequest, own);
    }

    /** Allows requests to the hosts of a policy. */
    public HttpState withOutgoing(OutgoingPolicy hosts, OutgoingTransport by) {
        return new HttpState(limits, hosts, Optional.of(by), headRequest, own);
    }

    /** The state of the instance that calls. */
    static HttpState of(HostCall call) {
        Instance instance = call.instance();
        HttpState given = instance.state().find(HttpState.class).orElseGet(HttpState::denied);
        return given.own ? given : OWN.computeIfAbsent(instance, _ -> given.own(false));
    }

    HttpState answering(String method) {
        return own(method.equals("HEAD"));
    }

    /** The same for one instance only. */
    private HttpState own(boolean answersHead) {
        return new HttpState(limits, policy, transport, answersHead, true);
    }

    HttpLimits limits() {
        return limits;
    }

    /** What the messages of the instance take. */
    HttpMemory memory() {
        return memory;
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
