package dev.belay.wasi.messaging;

import dev.belay.runtime.value.RecordValue;
import java.util.Optional;

/** The record {@code broker-message}. What a guest makes of it is not checked yet. */
record BrokerMessage(String subject, byte[] body, Optional<String> replyTo) {
    static BrokerMessage from(Object value) {
        var fields = (RecordValue) value;
        return new BrokerMessage(
                (String) fields.get("subject"),
                (byte[]) fields.get("body"),
                ((Optional<?>) fields.get("reply-to")).map(String.class::cast));
    }

    static RecordValue of(Message message) {
        return RecordValue.of("subject", message.subject(), "body", message.body(), "reply-to", message.replyTo());
    }
}
