package dev.belay.platform.trigger;

import dev.belay.host.messaging.DurableSettings;
import dev.belay.host.messaging.Durables;
import dev.belay.platform.observe.Logs;
import dev.belay.platform.serve.Application;
import dev.belay.platform.spec.Triggers;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Consumers of streams, which follow applications. */
public final class DurableTriggers implements AutoCloseable {
    private final Durables durables;
    private final MessageBus bus;
    private final Logs logs;
    private final Map<Key, AutoCloseableConsumer> consumers = new HashMap<>();

    public DurableTriggers(Durables durables, MessageBus bus, Logs logs) {
        this.durables = durables;
        this.bus = bus;
        this.logs = logs;
    }

    private record Key(Application application, Triggers.Subject subject, int concurrency) {}

    /** A consumer that ends without an exception. */
    private interface AutoCloseableConsumer extends AutoCloseable {
        @Override
        void close();
    }

    /** Takes what applications ask for now, and ends what they do not any more: what is under way is finished. */
    public synchronized void follow(Iterable<Application> applications) {
        var wanted = new HashMap<Key, Triggers.Durable>();
        for (Application application : applications) {
            application.spec().triggers().messages().forEach(subject -> subject.durable().ifPresent(durable ->
                    wanted.put(new Key(application, subject, application.spec().traffic().concurrency()), durable)));
        }
        consumers.entrySet().removeIf(consumer -> {
            if (wanted.containsKey(consumer.getKey())) {
                return false;
            }
            // It waits for what it has under way, for which nothing else has to wait.
            Thread.startVirtualThread(consumer.getValue()::close);
            return true;
        });
        wanted.forEach((key, durable) -> consumers.computeIfAbsent(key, its -> start(its, durable)));
    }

    private AutoCloseableConsumer start(Key key, Triggers.Durable durable) {
        var settings = new DurableSettings(
                durable.stream(), durable.name(), key.subject().subject(), durable.attempts(), durable.ackWait(),
                durable.retryAfter(), durable.deadLetter(), key.concurrency());
        var consumer = durables.consume(
                settings,
                message -> {
                    MessageOutcome outcome = key.application().handle(message, bus, Duration.ZERO);
                    return outcome.result() == MessageOutcome.Result.HANDLED
                            ? Optional.empty()
                            : Optional.of(outcome.result() + (outcome.message().isEmpty() ? "" : ": " + outcome.message()));
                },
                (level, text) -> logs.write(
                        key.application().name(), key.application().serving().current().id(), "host", level,
                        durable.stream() + "/" + durable.name() + ": " + text));
        return consumer::close;
    }

    @Override
    public synchronized void close() {
        consumers.values().forEach(AutoCloseableConsumer::close);
        consumers.clear();
    }
}
