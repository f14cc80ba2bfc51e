package dev.belay.guest.messaging;

import dev.belay.guest.Result;
import dev.belay.guest.Unit;
import dev.belay.guest.wasmcloud.messaging.Consumer;
import dev.belay.guest.wasmcloud.messaging.Types;
import java.util.Optional;

/** Sends messages. The world imports {@code wasmcloud:messaging/consumer@0.2.0}. */
public final class Messages {
    private Messages() {}

    public static Result<Unit, String> publish(String subject, byte[] body) {
        return Consumer.publish(new Types.BrokerMessage(subject, body, Optional.empty()));
    }

    /** @param timeoutMillis how long to wait for the answer */
    public static Result<byte[], String> request(String subject, byte[] body, long timeoutMillis) {
        return Consumer.request(subject, body, timeoutMillis).map(Types.BrokerMessage::body);
    }
}
