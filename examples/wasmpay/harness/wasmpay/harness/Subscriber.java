package wasmpay.harness;

import dev.belay.guest.Utf8;
import dev.belay.guest.messaging.MessageHandler;
import dev.belay.guest.messaging.Messages;
import dev.belay.guest.wasmcloud.messaging.Types.BrokerMessage;

/** The contract over messages: the answer goes to where the message wants its reply. */
public final class Subscriber implements MessageHandler {
    private static final String TRIGGER = "message";

    @Override
    public void handle(BrokerMessage message) {
        // A message that cannot be read is answered, not failed: sending it again would not help.
        Answer answer = Judge.answer(TRIGGER, () -> body(message));
        if (message.replyTo().isPresent()) {
            Messages.publish(message.replyTo().get(), Utf8.encode(answer.json())).orElseThrow();
        }
    }

    private static byte[] body(BrokerMessage message) throws RefusedException {
        if (message.body().length > Judge.MAX_BODY) {
            throw Judge.tooLarge();
        }
        return message.body();
    }
}
