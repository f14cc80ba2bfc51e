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
}
