package dev.belay.host.messaging;

import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageOutcome;
import java.time.Duration;

/** Handles messages, on the thread that asks. Thread-safe. */
@FunctionalInterface
public interface MessageTarget {
    /**
     * @param answers the bus to answer on
     * @param waited for room, since the bus gave it
     */
    MessageOutcome handle(Message message, MessageBus answers, Duration waited);
}
