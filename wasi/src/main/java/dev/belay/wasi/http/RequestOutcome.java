package dev.belay.wasi.http;

import dev.belay.runtime.Trap;
import java.util.Optional;

/**
 * How a request ended.
 *
 * @param status that the client was given; 0 if it was given none
 * @param complete whether the client got a whole response
 * @param message what went wrong, for logs; empty if nothing did
 * @param trap why the guest was stopped, if it was
 * @param cause for logs; never shown to clients
 */
public record RequestOutcome(
        Result result, int status, boolean complete, String message, Optional<Trap.Kind> trap, Optional<Throwable> cause) {

    private static final int FIRST_SERVER_ERROR = 500;

    /** The ways to end. */
    public enum Result {
        /** The guest answered. */
        ANSWERED,
        /** The guest answered with an error code, which became a status. */
        ERROR_CODE,
        /** The guest returned without an answer. */
        NO_RESPONSE,
        /** The guest answered and returned without finishing the body. */
        UNFINISHED_BODY,
        /** The guest trapped. */
        TRAPPED,
        /** The guest ended itself. */
        EXITED,
        /**
         * The client went away, or something between, or kept the guest waiting until its time was over, before anything else
         * was wrong. What the guest did then is not its fault.
         */
        DISCONNECTED,
        /** The host failed. */
        HOST_ERROR
    }

    static RequestOutcome answered(int status) {
        return new RequestOutcome(Result.ANSWERED, status, true, "", Optional.empty(), Optional.empty());
    }

    static RequestOutcome failed(Result result, String message) {
        return new RequestOutcome(result, 0, false, message, Optional.empty(), Optional.empty());
    }

    static RequestOutcome failed(Result result, Throwable cause) {
        Optional<Trap.Kind> trap = cause instanceof Trap its ? Optional.of(its.kind()) : Optional.empty();
        String message = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        return new RequestOutcome(result, 0, false, message, trap, Optional.of(cause));
    }

    RequestOutcome sent(int itsStatus, boolean whole) {
        return new RequestOutcome(result, itsStatus, whole, message, trap, cause);
    }

    /** What this is if the client had done something before that may be why: no failure of the guest's. */
    RequestOutcome after(String clientsDoing) {
        return switch (result) {
            case DISCONNECTED, HOST_ERROR -> this;
            case ANSWERED -> status < FIRST_SERVER_ERROR ? this : after(clientsDoing, "the component answered with status " + status);
            case ERROR_CODE, NO_RESPONSE, UNFINISHED_BODY, TRAPPED, EXITED -> after(clientsDoing, message);
        };
    }

    private RequestOutcome after(String clientsDoing, String then) {
        return new RequestOutcome(Result.DISCONNECTED, status, complete, clientsDoing + "; then " + then, trap, cause);
    }
}
