package dev.belay.wasi.messaging;

import dev.belay.runtime.Instance;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Where a guest may answer the message it handles, whatever else it may send; and whether it did. */
final class Answer {
    /** Of what runs on this thread; an instance that another one's call has led to is not meant. */
    private static final ScopedValue<Right> RIGHT = ScopedValue.newInstance();

    private record Right(Instance holder, Answer answer) {}

    private final MessageBus bus;
    private final String subject;
    private final AtomicBoolean given = new AtomicBoolean();

    Answer(MessageBus bus, String subject) {
        this.bus = bus;
        this.subject = subject;
    }

    /** The one that an instance may give now: while it handles the message, and not when it is used again. */
    static Optional<Answer> of(Instance instance) {
        return RIGHT.isBound() && RIGHT.get().holder() == instance ? Optional.of(RIGHT.get().answer()) : Optional.empty();
    }

    /** Lets an instance give it while it handles the message. */
    <T> T grantedTo(Instance instance, Supplier<T> handling) {
        return ScopedValue.where(RIGHT, new Right(instance, this)).call(handling::get);
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
