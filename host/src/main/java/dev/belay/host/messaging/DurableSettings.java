package dev.belay.host.messaging;

import java.time.Duration;
import java.util.Optional;

/**
 * How messages of a stream are taken, each at least once.
 *
 * @param stream that is there
 * @param name of the consumer, which is made if it is not there
 * @param subject of the messages in the stream that are wanted; may have wildcards
 * @param attempts how often a message is delivered at most, 1 or more
 * @param ackWait after which a message that nobody has answered for is delivered again
 * @param retryAfter how long one whose handling failed waits
 * @param deadLetter the subject for messages that failed each time; they are given up without
 * @param running how many are handled at a time
 */
public record DurableSettings(
        String stream,
        String name,
        String subject,
        int attempts,
        Duration ackWait,
        Duration retryAfter,
        Optional<String> deadLetter,
        int running) {
    public DurableSettings {
        if (attempts < 1 || running < 1) {
            throw new IllegalArgumentException("expected 1 or more attempts and messages at a time, found " + attempts + " and " + running);
        }
    }
}
