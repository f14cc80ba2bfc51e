package dev.belay.host.messaging;

import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageOutcome;

/** Handles messages, on the thread that asks. Thread-safe. */
@FunctionalInterface
public interface MessageTarget {
    /** @param answers the bus to answer on */
    MessageOutcome handle(Message message, MessageBus answers);
}
