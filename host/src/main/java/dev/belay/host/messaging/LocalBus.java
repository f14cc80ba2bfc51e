package dev.belay.host.messaging;

import dev.belay.wasi.messaging.BusException;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.Subject;
import dev.belay.wasi.messaging.SubjectPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A bus within the process, which means by subjects, queue groups and requests what NATS means.
 *
 * <p>It differs where it can do better: a message that finds no room at one of its subscribers is an error for whoever
 * publishes it, though the others get it.
 */
public final class LocalBus implements MessageBus, AutoCloseable {
    private final LocalBusSettings settings;
    private final List<LocalSubscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Inboxes inboxes = new Inboxes();
    private volatile boolean closed;

    public LocalBus() {
        this(LocalBusSettings.defaults());
    }

    public LocalBus(LocalBusSettings settings) {
        this.settings = settings;
    }

    @Override
    public void publish(Message message) {
        if (deliver(message).refused() > 0) {
            throw overloaded(message.subject());
        }
    }

    @Override
    public Message request(String subject, byte[] body, Duration timeout) throws InterruptedException {
        String inbox = inboxes.create();
        CompletableFuture<Message> answer = inboxes.open(inbox);
        try {
            Delivery delivery = deliver(new Message(subject, body, Optional.of(inbox)));
            if (delivery.taken() == 0) {
                throw delivery.refused() > 0
                        ? overloaded(subject)
                        : new BusException(
                                BusException.Kind.NO_RESPONDERS, "no responders: nobody subscribes to '" + subject + "'");
            }
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new BusException(
                    BusException.Kind.TIMEOUT,
                    "timed out: no answer on '" + subject + "' within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BusException its ? its : new IllegalStateException(e);
        } finally {
            inboxes.close(inbox);
        }
    }

    @Override
    public Subscription subscribe(SubjectPattern subjects, Optional<String> queueGroup, Receiver receiver) {
        requireOpen();
        queueGroup.ifPresent(Subject::require);
        var subscription = new LocalSubscription(
                subjects, queueGroup, receiver, new Mailbox(settings), subscriptions::remove);
        subscriptions.add(subscription);
        subscription.start();
        if (closed) {
            subscription.close();
        }
        return subscription;
    }

    /** Drops what waits, ends all subscriptions, and fails the requests under way. */
    @Override
    public void close() {
        closed = true;
        subscriptions.forEach(LocalSubscription::close);
        inboxes.fail(new BusException(BusException.Kind.CLOSED, "the bus was closed"));
    }

    /** How many subscriptions, a group's together being one, took a message, and how many had no room for it. */
    private record Delivery(int taken, int refused) {
        Delivery and(Mailbox.Offer offer) {
            return switch (offer) {
                case TAKEN -> new Delivery(taken + 1, refused);
                case FULL -> new Delivery(taken, refused + 1);
                case ENDED -> this;
            };
        }
    }

    private Delivery deliver(Message message) {
        requireOpen();
        if (message.body().length > settings.bodyBytes()) {
            throw new BusException(
                    BusException.Kind.TOO_LARGE,
                    "expected a body of at most " + settings.bodyBytes() + " bytes, found " + message.body().length);
        }
        var delivery = new Delivery(inboxes.answer(message) ? 1 : 0, 0);
        Map<String, List<LocalSubscription>> groups = new HashMap<>();
        for (LocalSubscription each : subscriptions) {
            if (!each.wants(message.subject())) {
                continue;
            }
            if (each.queueGroup().isPresent()) {
                groups.computeIfAbsent(each.queueGroup().get(), _ -> new ArrayList<>()).add(each);
            } else {
                delivery = delivery.and(each.offer(message));
            }
        }
        for (List<LocalSubscription> group : groups.values()) {
            delivery = delivery.and(offerToOne(group, message));
        }
        return delivery;
    }

    /** Begins with any, so that all get their share; goes on to the next if that has no room. */
    private static Mailbox.Offer offerToOne(List<LocalSubscription> group, Message message) {
        int start = ThreadLocalRandom.current().nextInt(group.size());
        var result = Mailbox.Offer.ENDED;
        for (int i = 0; i < group.size(); i++) {
            switch (group.get((start + i) % group.size()).offer(message)) {
                case TAKEN -> {
                    return Mailbox.Offer.TAKEN;
                }
                case FULL -> result = Mailbox.Offer.FULL;
                case ENDED -> {}
            }
        }
        return result;
    }

    private void requireOpen() {
        if (closed) {
            throw new BusException(BusException.Kind.CLOSED, "the bus was closed");
        }
    }

    private BusException overloaded(String subject) {
        return new BusException(
                BusException.Kind.OVERLOADED,
                "overloaded: a subscriber to '" + subject + "' has no room for more messages; try again later");
    }
}
