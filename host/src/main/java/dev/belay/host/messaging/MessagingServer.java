package dev.belay.host.messaging;

import dev.belay.host.http.Admission;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageHandler;
import dev.belay.wasi.messaging.Subject;
import dev.belay.wasi.messaging.SubjectPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves messages: every message on a virtual thread, in a fresh instance of a component that exports {@code
 * wasmcloud:messaging/handler}. A request whose handling fails is answered with {@code {"error":"…"}}, so that nobody waits
 * for an answer that will not come.
 */
public final class MessagingServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MessagingServer.class);

    /** What was interrupted needs this to tell its requesters, and no guest can draw it out. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final List<MessageBus.Subscription> subscriptions;
    private final MessageDispatcher dispatcher;
    private final Admission admission;
    private final Duration drain;
    private boolean stopped;

    private MessagingServer(
            List<MessageBus.Subscription> subscriptions,
            MessageDispatcher dispatcher,
            Admission admission,
            Duration drain) {
        this.subscriptions = subscriptions;
        this.dispatcher = dispatcher;
        this.admission = admission;
        this.drain = drain;
    }

    /**
     * @throws IllegalArgumentException if the component does not handle messages
     */
    public static Builder builder(LinkedComponent component) {
        return builder(MessageHandler.of(component));
    }

    /** For a handler of any kind. */
    public static Builder builder(MessageHandler handler) {
        return new Builder(its -> (message, answers, _) -> handler.handle(message, answers, its.state.get(), its.limits));
    }

    /** For a target of any kind, which has limits and state of its own. */
    public static Builder builder(MessageTarget target) {
        return new Builder(_ -> target);
    }

    /** How many messages are being handled now. */
    public int messages() {
        return admission.present();
    }

    /**
     * Ends the subscriptions, waits for the messages that had arrived to be handled (as long as the drain time), and
     * interrupts what is left. The bus stays open. Does nothing the second time.
     */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        long end = System.nanoTime() + drain.toNanos();
        try {
            boolean delivered = awaitDelivered();
            boolean quiet = awaitQuiet(Duration.ofNanos(end - System.nanoTime()));
            if (!delivered || !quiet) {
                LOG.warn("{} messages were still in flight after {} ms and are cut off", messages(), drain.toMillis());
                cutOff();
            }
        } catch (InterruptedException _) {
            subscriptions.forEach(MessageBus.Subscription::close);
            dispatcher.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitDelivered() throws InterruptedException {
        List<CompletableFuture<Boolean>> drained =
                subscriptions.stream().map(its -> its.drain(drain)).toList();
        boolean all = true;
        for (CompletableFuture<Boolean> each : drained) {
            try {
                all &= each.get(drain.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("a subscription did not end cleanly", e);
                all = false;
            }
        }
        return all;
    }

    private boolean awaitQuiet(Duration atMost) throws InterruptedException {
        var empty = new CountDownLatch(1);
        admission.whenEmpty(empty::countDown);
        return empty.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cutOff() throws InterruptedException {
        dispatcher.interrupt();
        if (!awaitQuiet(GRACE)) {
            LOG.error("{} messages cannot be stopped", messages());
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Collects what a server needs: a bus and subjects; everything else has a default. */
    public static final class Builder {
        private final Function<Builder, MessageTarget> target;
        private final List<Subjects> subscribed = new ArrayList<>();
        private Optional<MessageBus> bus = Optional.empty();
        private MessagingSettings settings = MessagingSettings.defaults();
        private Limits limits = Limits.forRequests();
        private Supplier<InstanceState> state = InstanceState::empty;
        private MessageListener listener = new MessageLog();

        private Builder(Function<Builder, MessageTarget> target) {
            this.target = target;
        }

        private record Subjects(SubjectPattern pattern, Optional<String> queueGroup) {}

        /** Where messages come from, and where they are answered. What else guests may send is in their state. */
        public Builder bus(MessageBus from) {
            bus = Optional.of(from);
            return this;
        }

        /**
         * Handles the messages on some subjects. Can be called more than once; a message on a subject of two subscriptions
         * is handled twice, unless they are of one queue group.
         *
         * @param subjects such as {@code payments.*}
         * @param queueGroup of servers that share the messages
         * @throws IllegalArgumentException if {@code subjects} is no pattern, or the group's name is none
         */
        public Builder subscribe(String subjects, Optional<String> queueGroup) {
            queueGroup.ifPresent(Subject::require);
            subscribed.add(new Subjects(SubjectPattern.parse(subjects), queueGroup));
            return this;
        }

        public Builder settings(MessagingSettings all) {
            settings = all;
            return this;
        }

        /** For each instance; by default {@link Limits#forRequests()}. */
        public Builder limits(Limits each) {
            limits = each;
            return this;
        }

        /** Makes the state of each instance. */
        public Builder state(Supplier<InstanceState> each) {
            state = each;
            return this;
        }

        /** Is told how each message ended; by default what went wrong is logged. */
        public Builder listener(MessageListener told) {
            listener = told;
            return this;
        }

        /**
         * @throws IllegalStateException if there is no bus or no subject
         * @throws dev.belay.wasi.messaging.BusException if the bus cannot
         */
        public MessagingServer start() {
            MessageBus from = bus.orElseThrow(() -> new IllegalStateException("expected a bus: call bus(…)"));
            if (subscribed.isEmpty()) {
                throw new IllegalStateException("expected a subject: call subscribe(…)");
            }
            var admission = new Admission(settings.running(), 0, settings.patience());
            var dispatcher = new MessageDispatcher(
                    target.apply(this), from, admission, settings.errorAnswers(), listener);
            var subscriptions = new ArrayList<MessageBus.Subscription>();
            try {
                subscribed.forEach(s -> subscriptions.add(from.subscribe(s.pattern(), s.queueGroup(), dispatcher)));
            } catch (RuntimeException e) {
                subscriptions.forEach(MessageBus.Subscription::close);
                throw e;
            }
            return new MessagingServer(List.copyOf(subscriptions), dispatcher, admission, settings.drain());
        }
    }
}
