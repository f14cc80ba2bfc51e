package dev.belay.wasi.messaging;

import dev.belay.wasi.io.InterruptedWait;
import dev.belay.wasi.io.Turn;
import java.time.Duration;
import java.util.Optional;

/** What a guest asks for is done if it may; otherwise a line says why not. */
final class Sending {
    private final MessagingState state;
    private final Optional<Answer> answer;

    /** @param answer that may be given, whatever else may be sent */
    Sending(MessagingState state, Optional<Answer> answer) {
        this.state = state;
        this.answer = answer;
    }

    /** For the guest. */
    static final class Refused extends RuntimeException {
        Refused(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * @throws Refused if the guest may not
     * @throws BusException if the bus cannot
     */
    void publish(BrokerMessage asked) {
        requireNone(Subject.problem(asked.subject()));
        asked.replyTo().flatMap(Subject::problem).ifPresent(Sending::refuse);
        requireSize(asked.body());
        // Whoever answers is made to send there: so it takes the right to send there.
        asked.replyTo().filter(to -> answerTo(to).isEmpty()).ifPresent(this::granted);
        var message = new Message(asked.subject(), asked.body(), asked.replyTo());
        answerTo(message.subject())
                .ifPresentOrElse(
                        answer -> answer.publish(message),
                        () -> granted(message.subject()).publish(message));
    }

    /**
     * @param timeoutMillis as the guest asks for; waits no longer than the limit, and at least 1 ms
     * @throws Refused if the guest may not
     * @throws BusException if the bus cannot, or no answer came
     */
    Message request(String subject, byte[] body, long timeoutMillis) {
        requireNone(Subject.problem(subject));
        requireSize(body);
        long time = Math.clamp(timeoutMillis, 1, state.limits().requestTime().toMillis());
        try {
            return requireSize(Turn.yieldFor(() -> granted(subject).request(subject, body, Duration.ofMillis(time))));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedWait();
        }
    }

    private Optional<Answer> answerTo(String subject) {
        return answer.filter(its -> its.isTo(subject));
    }

    private MessageBus granted(String subject) {
        MessageBus bus = state.bus()
                .orElseThrow(() -> new Refused("messaging is not granted: nothing may be sent to "
                        + Subject.quoted(subject) + "; the host can grant subjects"));
        if (!state.policy().allows(subject)) {
            throw new Refused("messaging is not granted for " + Subject.quoted(subject) + ": the subjects granted are "
                    + state.policy());
        }
        return bus;
    }

    private Message requireSize(Message answer) {
        requireSize(answer.body());
        return answer;
    }

    private void requireSize(byte[] body) {
        if (body.length > state.limits().bodyBytes()) {
            throw new Refused("expected a body of at most " + state.limits().bodyBytes() + " bytes, found "
                    + body.length);
        }
    }

    private static void requireNone(Optional<String> problem) {
        problem.ifPresent(Sending::refuse);
    }

    private static void refuse(String why) {
        throw new Refused(why);
    }
}
