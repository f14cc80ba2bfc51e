package dev.belay.wasi.messaging;

import dev.belay.runtime.Trap;
import java.util.Optional;

/**
 * How the handling of a message ended.
 *
 * @param answered whether the guest has answered a message that asked for it
 * @param message what went wrong, for logs; empty if nothing did
 * @param trap why the guest was stopped, if it was
 * @param cause for logs; never shown to whoever sent the message
 */
public record MessageOutcome(
        Result result, boolean answered, String message, Optional<Trap.Kind> trap, Optional<Throwable> cause) {

    /** The ways to end. */
    public enum Result {
        /** The guest handled it. */
        HANDLED,
        /** The guest returned an error. */
        ERROR,
        /** The guest trapped. */
        TRAPPED,
        /** The guest ended itself. */
        EXITED,
        /** The guest never saw it. */
        REFUSED,
        /** The host failed. */
        HOST_ERROR
    }

    static MessageOutcome handled() {
        return new MessageOutcome(Result.HANDLED, false, "", Optional.empty(), Optional.empty());
    }

    static MessageOutcome failed(Result result, String message) {
        return new MessageOutcome(result, false, message, Optional.empty(), Optional.empty());
    }

    static MessageOutcome failed(Result result, Throwable cause) {
        Optional<Trap.Kind> trap = cause instanceof Trap its ? Optional.of(its.kind()) : Optional.empty();
        String message = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        return new MessageOutcome(result, false, message, trap, Optional.of(cause));
    }

    /** Of a message that no guest was made for. */
    public static MessageOutcome refused(String why) {
        return failed(Result.REFUSED, why);
    }

    /** Of a message whose handling failed for a reason of the host's. */
    public static MessageOutcome hostError(Throwable cause) {
        return failed(Result.HOST_ERROR, cause);
    }

    /** What went wrong, as far as it concerns whoever sent the message; empty if nothing did. */
    public String publicMessage() {
        return switch (result) {
            case TRAPPED -> "the component trapped: "
                    + trap.map(Trap.Kind::wording).orElse("no reason given");
            case HOST_ERROR -> "the host failed";
            case HANDLED, ERROR, EXITED, REFUSED -> message;
        };
    }

    MessageOutcome withAnswered(boolean was) {
        return new MessageOutcome(result, was, message, trap, cause);
    }
}
