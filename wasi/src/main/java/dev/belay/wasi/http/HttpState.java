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
 * instance without one has the default limits and may send nothing. Servers make one of it for each request; who makes
 * instances otherwise should give each its own.
 */
public final class HttpState {
    /** For instances that were made without; few, since servers give theirs one. */
    private static final Map<Instance, HttpState> WITHOUT = Collections.synchronizedMap(new WeakHashMap<>());

    private final HttpLimits limits;
    private final OutgoingPolicy policy;
    private final Optional<OutgoingTransport> transport;
    private final boolean headRequest;
    private final HttpMemory memory;

    private HttpState(
            HttpLimits limits, OutgoingPolicy policy, Optional<OutgoingTransport> transport, boolean headRequest) {
        this.limits = limits;
        this.policy = policy;
        this.transport = transport;
        this.headRequest = headRequest;
        this.memory = new HttpMemory(limits.keptBytes());
    }

    /** Default limits, and nothing may be sent. */
    public static HttpState denied() {
        return new HttpState(HttpLimits.defaults(), OutgoingPolicy.denyAll(), Optional.empty(), false);
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
        Instance instance = call.instance();
        return instance.state()
                .find(HttpState.class)
                .orElseGet(() -> WITHOUT.computeIfAbsent(instance, _ -> denied()));
    }

    HttpState answering(String method) {
        return new HttpState(limits, policy, transport, method.equals("HEAD"));
    }

    HttpLimits limits() {
        return limits;
    }

    /** What the instance's messages take; counted for one instance, if each has a state of its own. */
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
