package dev.belay.host.messaging;

import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A receiver on NATS: a dispatcher of the client's, with a thread and a queue. */
final class NatsSubscription implements MessageBus.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(NatsBus.class);

    private final Connection connection;
    private final Dispatcher dispatcher;

    private NatsSubscription(Connection connection, Dispatcher dispatcher) {
        this.connection = connection;
        this.dispatcher = dispatcher;
    }

    static NatsSubscription start(
            Connection connection,
            NatsSettings settings,
            String subjects,
            Optional<String> queueGroup,
            MessageBus.Receiver receiver) {
        Dispatcher dispatcher = connection.createDispatcher(message -> receive(message, receiver));
        dispatcher.setPendingLimits(settings.waitingMessages(), settings.waitingBytes());
        queueGroup.ifPresentOrElse(
                group -> dispatcher.subscribe(subjects, group), () -> dispatcher.subscribe(subjects));
        return new NatsSubscription(connection, dispatcher);
    }

    private static void receive(io.nats.client.Message raw, MessageBus.Receiver receiver) {
        Message message;
        try {
            message = NatsMessages.fromNats(raw);
        } catch (IllegalArgumentException e) {
            LOG.warn("dropped a message from NATS: {}", e.getMessage());
            return;
        }
        try {
            receiver.received(message);
        } catch (RuntimeException e) {
            LOG.error("the receiver failed on {}", message, e);
        }
    }

    @Override
    public CompletableFuture<Boolean> drain(Duration atMost) {
        if (!dispatcher.isActive()) {
            return CompletableFuture.completedFuture(true);
        }
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            // The client would wait for the connection, and nobody can be answered without.
            boolean nothingWaits = dispatcher.getPendingMessageCount() == 0;
            close();
            return CompletableFuture.completedFuture(nothingWaits);
        }
        var drained = new CompletableFuture<Boolean>();
        Thread.startVirtualThread(() -> drainNow(atMost, drained));
        return drained.completeOnTimeout(false, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> close());
    }

    /** The client first waits for the server to know. */
    private void drainNow(Duration atMost, CompletableFuture<Boolean> drained) {
        try {
            drained.complete(dispatcher.drain(atMost).get());
        } catch (ExecutionException | IllegalStateException e) {
            LOG.debug("a subscription did not end cleanly", e);
            drained.complete(false);
        } catch (InterruptedException _) {
            drained.complete(false);
        }
    }

    @Override
    public void close() {
        if (dispatcher.isActive() && connection.getStatus() != Connection.Status.CLOSED) {
            connection.closeDispatcher(dispatcher);
        }
    }
}
