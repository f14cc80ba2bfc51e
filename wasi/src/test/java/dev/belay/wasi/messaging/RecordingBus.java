package dev.belay.wasi.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what it is given; answers requests with their own bodies. */
final class RecordingBus implements MessageBus {
    final List<Message> published = new ArrayList<>();
    final List<Duration> timeouts = new ArrayList<>();

    @Override
    public void publish(Message message) {
        published.add(message);
    }

    @Override
    public Message request(String subject, byte[] body, Duration timeout) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        timeouts.add(timeout);
        return Message.of("answer", body);
    }

    @Override
    public Subscription subscribe(SubjectPattern subjects, Optional<String> queueGroup, Receiver receiver) {
        throw new UnsupportedOperationException("nobody subscribes here");
    }
}
