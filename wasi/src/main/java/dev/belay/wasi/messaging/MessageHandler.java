package dev.belay.wasi.messaging;

import dev.belay.component.type.ExternType;
import dev.belay.runtime.Component;
import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Trap;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.cli.ExitException;
import dev.belay.wasi.io.InterruptedWait;
import java.util.Map;
import java.util.Optional;

/**
 * Handles messages with a component that exports {@code wasmcloud:messaging/handler}: each in a fresh instance, on the
 * thread that asks. Thread-safe.
 */
public final class MessageHandler {
    /** The interface without its version. */
    public static final String INTERFACE = "wasmcloud:messaging/handler";

    private final Guest guest;

    MessageHandler(Guest guest) {
        this.guest = guest;
    }

    /** Runs guest code for one message. */
    @FunctionalInterface
    interface Guest {
        /** @return the guest's error, if it returns one */
        Optional<String> handle(InstanceState state, Limits limits, Message message);
    }

    /**
     * @throws IllegalArgumentException if the component does not export the interface
     */
    public static MessageHandler of(LinkedComponent component) {
        String name = exportedName(component.component())
                .orElseThrow(() -> new IllegalArgumentException("expected a component that exports " + INTERFACE
                        + "@0.2, found one that exports "
                        + component.component().type().exports().keySet()));
        return new MessageHandler((state, limits, message) -> {
            try (Instance instance = component.instantiate(state, limits)) {
                ComponentFunction handle = instance.function(name, "handle-message")
                        .orElseThrow(() -> new IllegalArgumentException(name + " has no function 'handle-message'"));
                return error(handle.call(BrokerMessage.of(message)));
            }
        });
    }

    /** Whether a component handles messages. */
    public static boolean isExportedBy(Component component) {
        return exportedName(component).isPresent();
    }

    private static Optional<String> exportedName(Component component) {
        return component.type().exports().entrySet().stream()
                .filter(export -> export.getValue() instanceof ExternType.Instance)
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith(INTERFACE + "@0.2."))
                .findFirst();
    }

    private static Optional<String> error(Optional<Object> result) {
        return result.flatMap(value -> switch (value) {
            case ResultValue.Err(Optional<Object> why) -> Optional.of(
                    why.map(Object::toString).orElse("the component returned an error"));
            default -> Optional.empty();
        });
    }

    /**
     * Handles a message. Never throws because of the guest.
     *
     * @param answers the bus on which the guest may answer the message, whatever else it may do
     * @param state host objects for the instance; its {@link MessagingState} says what else it may send
     * @param limits for the instance; the deadline holds for its making and for the call, each
     */
    public MessageOutcome handle(Message message, MessageBus answers, InstanceState state, Limits limits) {
        MessagingState messaging = state.find(MessagingState.class).orElse(MessagingState.denied());
        int most = messaging.limits().bodyBytes();
        if (message.body().length > most) {
            return MessageOutcome.refused(
                    "expected a body of at most " + most + " bytes, found " + message.body().length);
        }
        Optional<Answer> answer = message.replyTo().map(to -> new Answer(answers, to));
        MessagingState its = answer.map(messaging::answering).orElse(messaging);
        return run(state.with(MessagingState.class, its), limits, message)
                .withAnswered(answer.filter(Answer::wasGiven).isPresent());
    }

    private MessageOutcome run(InstanceState state, Limits limits, Message message) {
        try {
            return guest.handle(state, limits, message)
                    .map(why -> MessageOutcome.failed(MessageOutcome.Result.ERROR, why))
                    .orElseGet(MessageOutcome::handled);
        } catch (Trap trap) {
            return MessageOutcome.failed(MessageOutcome.Result.TRAPPED, trap);
        } catch (InterruptedWait wait) {
            return MessageOutcome.failed(
                    MessageOutcome.Result.TRAPPED, Trap.of(Trap.Kind.INTERRUPTED, "while it waited", wait));
        } catch (ExitException exit) {
            return MessageOutcome.failed(MessageOutcome.Result.EXITED, exit);
        } catch (RuntimeException | Error failure) {
            return MessageOutcome.failed(MessageOutcome.Result.HOST_ERROR, failure);
        }
    }
}
