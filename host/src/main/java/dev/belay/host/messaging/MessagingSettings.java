package dev.belay.host.messaging;

import java.time.Duration;

/**
 * How a server treats messages.
 *
 * @param running how many are handled at a time; further ones wait in the bus
 * @param patience how long the first in line waits for its turn before it is refused
 * @param drain how long a stop waits for messages in flight
 * @param errorAnswers whether a request whose handling failed is answered with an error
 */
public record MessagingSettings(int running, Duration patience, Duration drain, boolean errorAnswers) {
    public MessagingSettings {
        if (running < 1) {
            throw new IllegalArgumentException("expected 1 or more messages to be handled at a time, found " + running);
        }
    }

    /** 1,000 at a time; 10 s of patience; 30 s to drain; failed requests are answered. */
    public static MessagingSettings defaults() {
        return new MessagingSettings(1_000, Duration.ofSeconds(10), Duration.ofSeconds(30), true);
    }

    public MessagingSettings withRunning(int atATime) {
        return new MessagingSettings(atATime, patience, drain, errorAnswers);
    }

    public MessagingSettings withPatience(Duration inLine) {
        return new MessagingSettings(running, inLine, drain, errorAnswers);
    }

    public MessagingSettings withDrain(Duration time) {
        return new MessagingSettings(running, patience, time, errorAnswers);
    }

    /** Without them, only those who listen in on requests of others fail silently, as they should. */
    public MessagingSettings withErrorAnswers(boolean given) {
        return new MessagingSettings(running, patience, drain, given);
    }
}
