package dev.belay.wasi.messaging;

import dev.belay.runtime.Component;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.runtime.Trap;
import dev.belay.runtime.value.ResultValue;
import dev.belay.wasi.cli.ExitException;
import dev.belay.wasi.instances.ExportedInterface;
import dev.belay.wasi.instances.Instances;
import dev.belay.wasi.io.InterruptedWait;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Handles messages with a component that exports {@code wasmcloud:messaging/handler}: each in an instance that has nothing else
 * to do, on the thread that asks. Thread-safe.
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
        Optional<String> handle(InstanceState state, Limits limits, Message message, Optional<Answer> answer);
    }

    /**
     * Handles each message in a fresh instance.
     *
     * @throws IllegalArgumentException if the component does not export the interface
     */
    public static MessageHandler of(LinkedComponent component) {
        return of(Instances.fresh(component));
    }

    /**
     * Handles each message in one of these instances.
     *
     * @throws IllegalArgumentException if their component does not export the interface
     */
    public static MessageHandler of(Instances instances) {
        ExportedInterface its = ExportedInterface.of(instances.component().component(), INTERFACE);
        return new MessageHandler((state, limits, message, answer) -> instances.use(state, limits, instance -> {
            Supplier<Optional<Object>> call = () -> its.function(instance, "handle-message").call(BrokerMessage.of(message));
            return error(answer.isPresent() ? answer.get().grantedTo(instance, call) : call.get());
        }));
    }

    /** Whether a component handles messages. */
    public static boolean isExportedBy(Component component) {
        return ExportedInterface.find(component, INTERFACE).isPresent();
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
        return run(state, limits, message, answer).withAnswered(answer.filter(Answer::wasGiven).isPresent());
    }

    private MessageOutcome run(InstanceState state, Limits limits, Message message, Optional<Answer> answer) {
        try {
            return guest.handle(state, limits, message, answer)
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
