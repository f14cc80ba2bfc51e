package javatour;

import dev.belay.guest.messaging.MessageHandler;
import dev.belay.guest.messaging.Messages;
import dev.belay.guest.wasmcloud.messaging.Types;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Answers a message with its text in capitals, and fails at {@code fail}. */
public final class Subscriber implements MessageHandler {
    @Override
    public void handle(Types.BrokerMessage message) {
        String text = new String(message.body(), StandardCharsets.UTF_8);
        if (text.equals("fail")) {
            throw new IllegalStateException("asked to fail");
        }
        message.replyTo().ifPresent(to -> Messages.publish(to, text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .orElseThrow());
    }
}
