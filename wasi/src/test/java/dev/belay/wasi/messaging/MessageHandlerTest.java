package dev.belay.wasi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import dev.belay.wasi.cli.ExitException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MessageHandlerTest {
    private static final byte[] BODY = {1, 2, 3};
    private static final Message REQUEST = new Message("ask", BODY, Optional.of("inbox.1"));

    private final RecordingBus bus = new RecordingBus();
    private final RecordingBus granted = new RecordingBus();
    private MessagingState state = MessagingState.denied();

    @Test
    void aRequestIsAnsweredThoughNothingElseIsGranted() {
        MessageOutcome outcome =
                handle(REQUEST, sending -> sending.publish(new BrokerMessage("inbox.1", BODY, Optional.empty())));

        assertThat(outcome.result()).isEqualTo(MessageOutcome.Result.HANDLED);
        assertThat(outcome.answered()).isTrue();
        assertThat(bus.published).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo("inbox.1");
            assertThat(message.body()).isEqualTo(BODY);
        });
    }

    @Test
    void anythingElseIsDenied() {
        handle(REQUEST, sending -> {
            assertThatThrownBy(() -> sending.publish(new BrokerMessage("inbox.2", BODY, Optional.empty())))
                    .isInstanceOf(Sending.Refused.class)
                    .hasMessageContaining("messaging is not granted")
                    .hasMessageContaining("'inbox.2'");
            assertThatThrownBy(() -> sending.request("inbox.1", BODY, 1_000)).hasMessageContaining("not granted");
        });

        assertThat(bus.published).isEmpty();
    }

    @Test
    void whatIsGrantedGoesToTheBusOfTheGrant() {
        state = state.withBus(granted, SubjectPolicy.allow(List.of("out.*")));

        MessageOutcome outcome = handle(REQUEST, sending -> {
            sending.publish(new BrokerMessage("out.a", BODY, Optional.of("out.b")));
            assertThat(sending.request("out.c", BODY, 5_000).body()).isEqualTo(BODY);
            assertThatThrownBy(() -> sending.publish(new BrokerMessage("other", BODY, Optional.empty())))
                    .hasMessageContaining("not granted for 'other'")
                    .hasMessageContaining("out.*");
        });

        assertThat(outcome.answered()).isFalse();
        assertThat(granted.published).extracting(Message::subject).containsExactly("out.a");
        assertThat(granted.timeouts).containsExactly(Duration.ofSeconds(5));
        assertThat(bus.published).isEmpty();
    }

    @Test
    void othersCannotBeMadeToSendWhereTheGuestMayNot() {
        state = state.withBus(granted, SubjectPolicy.allow(List.of("out")));

        handle(REQUEST, sending -> {
            assertThatThrownBy(() -> sending.publish(new BrokerMessage("out", BODY, Optional.of("secret"))))
                    .hasMessageContaining("not granted for 'secret'");
            // Passing a request on, with its answer to go straight back, is what replies are for.
            sending.publish(new BrokerMessage("out", BODY, Optional.of("inbox.1")));
        });

        assertThat(granted.published).hasSize(1);
    }

    @Test
    void sizesAndTimesAreHeldToTheLimits() {
        state = state.withBus(granted, SubjectPolicy.allow(List.of(">")))
                .withLimits(new MessagingLimits(3, Duration.ofSeconds(2)));

        handle(REQUEST, sending -> {
            assertThatThrownBy(() -> sending.publish(new BrokerMessage("a", new byte[4], Optional.empty())))
                    .hasMessage("expected a body of at most 3 bytes, found 4");
            assertThatThrownBy(() -> sending.request("a", new byte[4], 1)).hasMessageContaining("at most 3 bytes");
            sending.request("a", BODY, 0xffff_ffffL);
            sending.request("a", BODY, 0);
        });

        assertThat(granted.timeouts).containsExactly(Duration.ofSeconds(2), Duration.ofMillis(1));
        assertThat(handle(Message.of("a", new byte[4]), _ -> {}).result()).isEqualTo(MessageOutcome.Result.REFUSED);
    }

    @Test
    void badSubjectsAreErrorsForTheGuest() {
        state = state.withBus(granted, SubjectPolicy.allow(List.of(">")));

        handle(REQUEST, sending -> {
            for (String bad : List.of("", "a b", "a\r\nPUB b 0", "*", ">", "a..b", "x".repeat(1_000_000))) {
                assertThatThrownBy(() -> sending.publish(new BrokerMessage(bad, BODY, Optional.empty())))
                        .isInstanceOf(Sending.Refused.class)
                        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
                assertThatThrownBy(() -> sending.publish(new BrokerMessage("a", BODY, Optional.of(bad))))
                        .isInstanceOf(Sending.Refused.class);
                assertThatThrownBy(() -> sending.request(bad, BODY, 1)).isInstanceOf(Sending.Refused.class);
            }
        });

        assertThat(granted.published).isEmpty();
    }

    @Test
    void failuresOfTheGuestAreOutcomes() {
        assertThat(outcomeOf(new Trap(Trap.Kind.UNREACHABLE)).trap()).contains(Trap.Kind.UNREACHABLE);
        assertThat(outcomeOf(Trap.of(Trap.Kind.UNREACHABLE, "secret")).publicMessage())
                .isEqualTo("the component trapped: unreachable");
        assertThat(outcomeOf(new ExitException(3)).result()).isEqualTo(MessageOutcome.Result.EXITED);
        assertThat(outcomeOf(new IllegalStateException("secret")).publicMessage()).isEqualTo("the host failed");
    }

    @Test
    void theGuestsOwnErrorIsTold() {
        MessageOutcome outcome = new MessageHandler((_, _, _, _) -> Optional.of("no such account"))
                .handle(REQUEST, bus, InstanceState.empty(), Limits.defaults());

        assertThat(outcome.result()).isEqualTo(MessageOutcome.Result.ERROR);
        assertThat(outcome.publicMessage()).isEqualTo("no such account");
    }

    @Test
    void anInterruptedRequestEndsTheGuest() {
        state = state.withBus(granted, SubjectPolicy.allow(List.of(">")));

        MessageOutcome outcome = handle(REQUEST, sending -> {
            Thread.currentThread().interrupt();
            sending.request("a", BODY, 1_000);
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome.trap()).contains(Trap.Kind.INTERRUPTED);
    }

    @Test
    void theInterfacesAreThoseOfThePackage() {
        assertThat(MessagingInterfaces.all())
                .extracting(its -> its.name())
                .containsExactly("wasmcloud:messaging/types@0.2.0", "wasmcloud:messaging/consumer@0.2.0");
    }

    private MessageOutcome outcomeOf(RuntimeException failure) {
        return handle(REQUEST, _ -> {
            throw failure;
        });
    }

    private MessageOutcome handle(Message message, Consumer<Sending> guest) {
        return new MessageHandler((its, _, _, answer) -> {
                    guest.accept(new Sending(its.get(MessagingState.class), answer));
                    return Optional.empty();
                })
                .handle(message, bus, InstanceState.of(MessagingState.class, state), Limits.defaults());
    }
}
