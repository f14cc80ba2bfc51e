package dev.belay.host.messaging;

import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageOutcome;
import java.time.Duration;

/** Is told how the handling of each message ended: for logs and metrics. Called on a thread of the message; must not throw. */
@FunctionalInterface
public interface MessageListener {
    /**
     * @param took from the moment the message was taken from the bus
     */
    void finished(Message message, MessageOutcome outcome, Duration took);
}
