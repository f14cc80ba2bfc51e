package dev.belay.wasi.messaging;

import java.util.Optional;

/**
 * What the messaging interfaces need to know of an instance: an object for its {@link dev.belay.runtime.InstanceState}. An
 * instance without one may send nothing, but for answers to the message that it handles. It can be given to many instances.
 */
public final class MessagingState {
    private static final MessagingState DENIED =
            new MessagingState(MessagingLimits.defaults(), Optional.empty(), SubjectPolicy.denyAll());

    private final MessagingLimits limits;
    private final Optional<MessageBus> bus;
    private final SubjectPolicy policy;

    private MessagingState(MessagingLimits limits, Optional<MessageBus> bus, SubjectPolicy policy) {
        this.limits = limits;
        this.bus = bus;
        this.policy = policy;
    }

    /** Default limits, and nothing may be sent. */
    public static MessagingState denied() {
        return DENIED;
    }

    public MessagingState withLimits(MessagingLimits these) {
        return new MessagingState(these, bus, policy);
    }

    /** Allows messages and requests to the subjects of a policy. */
    public MessagingState withBus(MessageBus by, SubjectPolicy subjects) {
        return new MessagingState(limits, Optional.of(by), subjects);
    }

    MessagingLimits limits() {
        return limits;
    }

    Optional<MessageBus> bus() {
        return bus;
    }

    SubjectPolicy policy() {
        return policy;
    }
}
