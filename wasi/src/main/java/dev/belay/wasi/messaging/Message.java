package dev.belay.wasi.messaging;

import java.util.Optional;

/**
 * A message on a bus.
 *
 * @param subject tokens of printable ASCII separated by dots, at most 512 characters, without wildcards
 * @param body shared by everybody who gets the message: not to be changed
 * @param replyTo the subject where whoever sent it waits for an answer
 */
public record Message(String subject, byte[] body, Optional<String> replyTo) {
    /**
     * @throws IllegalArgumentException if one of the subjects is none
     */
    public Message {
        Subject.require(subject);
        replyTo.ifPresent(Subject::require);
    }

    public static Message of(String subject, byte[] body) {
        return new Message(subject, body, Optional.empty());
    }

    /** Without the body, which may be of any size and anybody's secret. */
    @Override
    public String toString() {
        return subject + " (" + body.length + " bytes" + replyTo.map(to -> ", answer to " + to).orElse("") + ")";
    }
}
