package dev.belay.wasi.messaging;

import java.util.concurrent.atomic.AtomicBoolean;

/** Where a guest may answer the message it handles, whatever else it may send; and whether it did. */
final class Answer {
    private final MessageBus bus;
    private final String subject;
    private final AtomicBoolean given = new AtomicBoolean();

    Answer(MessageBus bus, String subject) {
        this.bus = bus;
        this.subject = subject;
    }

    boolean isTo(String its) {
        return subject.equals(its);
    }

    void publish(Message message) {
        bus.publish(message);
        given.set(true);
    }

    boolean wasGiven() {
        return given.get();
    }
}
