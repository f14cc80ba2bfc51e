package dev.belay.host.messaging;

import dev.belay.host.http.Admission;
import dev.belay.wasi.messaging.BusException;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageOutcome;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages from a bus to virtual threads of their own. While as many as may are being handled, it keeps the bus
 * waiting.
 */
final class MessageDispatcher implements MessageBus.Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(MessagingServer.class);

    private final MessageTarget target;
    private final MessageBus bus;
    private final Admission admission;
    private final boolean errorAnswers;
    private final MessageListener listener;
    private final ThreadFactory threads = Thread.ofVirtual().name("message-", 0).factory();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    MessageDispatcher(
            MessageTarget target,
            MessageBus bus,
            Admission admission,
            boolean errorAnswers,
            MessageListener listener) {
        this.target = target;
        this.bus = bus;
        this.admission = admission;
        this.errorAnswers = errorAnswers;
        this.listener = listener;
    }

    @Override
    public void received(Message message) {
        long start = System.nanoTime();
        try {
            if (admission.awaitRoom()) {
                Thread thread = threads.newThread(() -> run(message, start));
                running.add(thread);
                thread.start();
            } else {
                conclude(message, MessageOutcome.refused("too many messages at once: try again later"), start);
            }
        } catch (InterruptedException _) {
            conclude(message, MessageOutcome.refused("the server stops"), start);
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what runs; each then concludes as any that fails. */
    void interrupt() {
        running.forEach(Thread::interrupt);
    }

    private void run(Message message, long start) {
        try {
            conclude(message, handle(message, start), start);
        } finally {
            running.remove(Thread.currentThread());
            admission.leave();
        }
    }

    private MessageOutcome handle(Message message, long start) {
        try {
            return target.handle(message, bus, Duration.ofNanos(System.nanoTime() - start));
        } catch (RuntimeException | Error failure) {
            return MessageOutcome.hostError(failure);
        }
    }

    private void conclude(Message message, MessageOutcome outcome, long start) {
        // Answering is the last thing done, and must be possible though the guest was interrupted.
        boolean interrupted = Thread.interrupted();
        if (errorAnswers && outcome.result() != MessageOutcome.Result.HANDLED && !outcome.answered()) {
            message.replyTo().ifPresent(to -> answer(ErrorAnswer.to(to, outcome)));
        }
        listener.finished(message, outcome, Duration.ofNanos(System.nanoTime() - start));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Message error) {
        try {
            bus.publish(error);
        } catch (BusException e) {
            LOG.warn("{} could not be told of an error: {}", error.subject(), e.getMessage());
        }
    }
}
