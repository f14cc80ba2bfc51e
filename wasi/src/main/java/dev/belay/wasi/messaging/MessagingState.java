package dev.belay.wasi.messaging;

import java.util.Optional;

/**
 * What the messaging interfaces need to know of an instance: an object for its {@link dev.belay.runtime.InstanceState}. An
 * instance without one may send nothing, but for answers to the message that it was made for.
 */
public final class MessagingState {
    private static final MessagingState DENIED = new MessagingState(
            MessagingLimits.defaults(), Optional.empty(), SubjectPolicy.denyAll(), Optional.empty());

    private final MessagingLimits limits;
    private final Optional<MessageBus> bus;
    private final SubjectPolicy policy;
    private final Optional<Answer> answer;

    private MessagingState(
            MessagingLimits limits, Optional<MessageBus> bus, SubjectPolicy policy, Optional<Answer> answer) {
        this.limits = limits;
        this.bus = bus;
        this.policy = policy;
        this.answer = answer;
    }

    /** Default limits, and nothing may be sent. */
    public static MessagingState denied() {
        return DENIED;
    }

    public MessagingState withLimits(MessagingLimits these) {
        return new MessagingState(these, bus, policy, answer);
    }

    /** Allows messages and requests to the subjects of a policy. */
    public MessagingState withBus(MessageBus by, SubjectPolicy subjects) {
        return new MessagingState(limits, Optional.of(by), subjects, answer);
    }

    MessagingState answering(Answer its) {
        return new MessagingState(limits, bus, policy, Optional.of(its));
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

    Optional<Answer> answer() {
        return answer;
    }
}
