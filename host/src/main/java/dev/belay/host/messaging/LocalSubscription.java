package dev.belay.host.messaging;

import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.SubjectPattern;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A receiver on the local bus: a mailbox, and a virtual thread that empties it. */
final class LocalSubscription implements MessageBus.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(LocalBus.class);

    private final SubjectPattern subjects;
    private final Optional<String> queueGroup;
    private final MessageBus.Receiver receiver;
    private final Mailbox mailbox;
    private final Consumer<LocalSubscription> leave;
    private final CompletableFuture<Void> emptied = new CompletableFuture<>();
    private final Thread thread;

    LocalSubscription(
            SubjectPattern subjects,
            Optional<String> queueGroup,
            MessageBus.Receiver receiver,
            Mailbox mailbox,
            Consumer<LocalSubscription> leave) {
        this.subjects = subjects;
        this.queueGroup = queueGroup;
        this.receiver = receiver;
        this.mailbox = mailbox;
        this.leave = leave;
        this.thread = Thread.ofVirtual().name("bus-" + subjects).unstarted(this::deliver);
    }

    void start() {
        thread.start();
    }

    boolean wants(String subject) {
        return subjects.matches(subject);
    }

    Optional<String> queueGroup() {
        return queueGroup;
    }

    Mailbox.Offer offer(Message message) {
        return mailbox.offer(message);
    }

    private void deliver() {
        try {
            for (var next = mailbox.take(); next.isPresent(); next = mailbox.take()) {
                receive(next.get());
            }
        } catch (InterruptedException _) {
            LOG.debug("messages on {} were dropped", subjects);
        } finally {
            emptied.complete(null);
        }
    }

    private void receive(Message message) {
        try {
            receiver.received(message);
        } catch (RuntimeException e) {
            LOG.error("the receiver of {} failed on {}", subjects, message, e);
        }
    }

    @Override
    public CompletableFuture<Boolean> drain(Duration atMost) {
        mailbox.end();
        leave.accept(this);
        return emptied.thenApply(_ -> true)
                .completeOnTimeout(false, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> close());
    }

    @Override
    public void close() {
        mailbox.drop();
        leave.accept(this);
        if (Thread.currentThread() != thread) {
            thread.interrupt();
        }
    }
}
