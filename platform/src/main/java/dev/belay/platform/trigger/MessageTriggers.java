package dev.belay.platform.trigger;

import dev.belay.host.messaging.MessagingServer;
import dev.belay.host.messaging.MessagingSettings;
import dev.belay.platform.observe.Logs;
import dev.belay.platform.serve.Application;
import dev.belay.platform.spec.Triggers;
import dev.belay.wasi.messaging.BusException;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.MessageOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Subscriptions of applications. They outlive revisions: what arrives goes to the one that serves then. */
public final class MessageTriggers implements AutoCloseable {
    private final MessageBus bus;
    private final Logs logs;
    private final Map<Application, Subscribed> servers = new HashMap<>();

    public MessageTriggers(MessageBus bus, Logs logs) {
        this.bus = bus;
        this.logs = logs;
    }

    private record Subscribed(List<Triggers.Subject> subjects, int concurrency, MessagingServer server) {}

    /** Subscribes to what applications ask for now, and ends what they do not any more. */
    public synchronized void follow(Iterable<Application> applications) {
        var next = new HashMap<Application, Subscribed>();
        for (Application application : applications) {
            List<Triggers.Subject> subjects = application.spec().triggers().messages().stream()
                    .filter(its -> its.durable().isEmpty())
                    .toList();
            if (subjects.isEmpty()) {
                continue;
            }
            int concurrency = application.spec().traffic().concurrency();
            Optional<Subscribed> there = Optional.ofNullable(servers.get(application))
                    .filter(its -> its.subjects().equals(subjects) && its.concurrency() == concurrency);
            there.ifPresent(its -> {
                next.put(application, its);
                servers.remove(application);
            });
            if (there.isEmpty()) {
                start(application, subjects, concurrency).ifPresent(server ->
                        next.put(application, new Subscribed(subjects, concurrency, server)));
            }
        }
        List<Subscribed> ended = List.copyOf(servers.values());
        servers.clear();
        servers.putAll(next);
        ended.forEach(its -> Thread.startVirtualThread(its.server()::stop));
    }

    private Optional<MessagingServer> start(Application application, List<Triggers.Subject> subjects, int concurrency) {
        var server = MessagingServer.builder(application::handle)
                .bus(bus)
                .settings(MessagingSettings.defaults().withRunning(concurrency))
                .listener((message, outcome, took) -> {
                    if (outcome.result() != MessageOutcome.Result.HANDLED) {
                        log(application, "warn", message.subject() + ": " + outcome.result() + " after " + took.toMillis() + " ms: "
                                + outcome.message());
                    }
                });
        subjects.forEach(its -> server.subscribe(its.subject(), its.queue()));
        try {
            return Optional.of(server.start());
        } catch (BusException e) {
            log(application, "error", "cannot subscribe: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void log(Application application, String level, String text) {
        logs.write(application.name(), application.serving().current().id(), "host", level, text);
    }

    @Override
    public synchronized void close() {
        servers.values().forEach(its -> its.server().stop());
        servers.clear();
    }
}
