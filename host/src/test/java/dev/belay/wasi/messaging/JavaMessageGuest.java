package dev.belay.wasi.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A guest written in Java, so that a server can be tested without components. */
public interface JavaMessageGuest {
    /** @return the guest's error, if it returns one */
    Optional<String> handle(Call call) throws Exception;

    static MessageHandler handler(JavaMessageGuest guest) {
        return new MessageHandler((state, _, message, answer) -> {
            MessagingState granted = state.find(MessagingState.class).orElse(MessagingState.denied());
            try {
                return guest.handle(new Call(message, new Sending(granted, answer)));
            } catch (RuntimeException e) {
                throw e;
            } catch (InterruptedException _) {
                throw new dev.belay.wasi.io.InterruptedWait();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** One message. */
    final class Call {
        private final Message message;
        private final Sending sending;

        Call(Message message, Sending sending) {
            this.message = message;
            this.sending = sending;
        }

        public Message message() {
            return message;
        }

        public String text() {
            return new String(message.body(), StandardCharsets.UTF_8);
        }

        public Optional<String> answer(String text) {
            publish(message.replyTo().orElseThrow(), text);
            return Optional.empty();
        }

        public void publish(String subject, String text) {
            sending.publish(
                    new BrokerMessage(subject, text.getBytes(StandardCharsets.UTF_8), Optional.empty()));
        }

        public String request(String subject, String text, long millis) {
            return new String(
                    sending.request(subject, text.getBytes(StandardCharsets.UTF_8), millis).body(),
                    StandardCharsets.UTF_8);
        }
    }
}
