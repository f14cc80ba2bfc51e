package dev.belay.host.messaging;

import dev.belay.wasi.messaging.Message;
import java.util.Optional;

/** Messages as NATS has them. Their headers are left behind: the interface has none. */
final class NatsMessages {
    private NatsMessages() {}

    /**
     * @throws IllegalArgumentException if its subjects are not of the syntax that guests may rely on
     */
    static Message fromNats(io.nats.client.Message raw) {
        byte[] body = raw.getData();
        return new Message(
                raw.getSubject(), body == null ? new byte[0] : body, Optional.ofNullable(raw.getReplyTo()));
    }

    /** A message of a stream: what stands for its reply is where it is acknowledged, and nobody waits there for an answer. */
    static Message withoutReply(io.nats.client.Message raw) {
        byte[] body = raw.getData();
        return Message.of(raw.getSubject(), body == null ? new byte[0] : body);
    }
}
