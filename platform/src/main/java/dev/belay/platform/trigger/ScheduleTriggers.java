package dev.belay.platform.trigger;

import dev.belay.platform.observe.Logs;
import dev.belay.platform.serve.Application;
import dev.belay.platform.serve.MemoryExchange;
import dev.belay.platform.spec.Cron;
import dev.belay.platform.spec.Triggers;
import dev.belay.wasi.http.transport.HttpField;
import dev.belay.wasi.http.transport.RequestHead;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs applications at moments. One that still runs when its moment comes again is left alone. */
public final class ScheduleTriggers implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;
    private static final int MOST_BYTES = 1 << 20;

    private final MessageBus bus;
    private final Logs logs;
    private final Clock clock;
    private final ScheduledExecutorService ticking =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("schedule").factory());
    private Map<Key, Appointment> appointments = Map.of();

    public ScheduleTriggers(MessageBus bus, Logs logs, Clock clock) {
        this.bus = bus;
        this.logs = logs;
        this.clock = clock;
    }

    public void start() {
        ticking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private record Key(Application application, Triggers.Schedule schedule) {}

    /** The next moment of one schedule. */
    private static final class Appointment {
        final Cron cron;
        final AtomicBoolean running = new AtomicBoolean();
        Instant due;

        Appointment(Cron cron, Instant due) {
            this.cron = cron;
            this.due = due;
        }
    }

    /** Keeps to the schedules that applications have now; those that stay keep their next moment. */
    public synchronized void follow(Iterable<Application> applications) {
        var next = new HashMap<Key, Appointment>();
        for (Application application : applications) {
            for (Triggers.Schedule schedule : application.spec().triggers().schedules()) {
                var key = new Key(application, schedule);
                Optional<Appointment> there = Optional.ofNullable(appointments.get(key));
                next.put(key, there.orElseGet(() -> {
                    Cron cron = Cron.parse(schedule.cron());
                    return new Appointment(cron, next(cron, schedule));
                }));
            }
        }
        appointments = next;
    }

    private Instant next(Cron cron, Triggers.Schedule schedule) {
        return cron.next(clock.instant().atZone(ZoneId.of(schedule.zone())))
                .map(its -> its.toInstant())
                .orElse(Instant.MAX);
    }

    /** Starts what is due. */
    synchronized void look() {
        Instant now = clock.instant();
        appointments.forEach((key, appointment) -> {
            if (appointment.due.isAfter(now)) {
                return;
            }
            appointment.due = next(appointment.cron, key.schedule());
            if (appointment.running.compareAndSet(false, true)) {
                Thread.ofVirtual().name("schedule-" + key.application().name()).start(() -> {
                    try {
                        run(key.application(), key.schedule());
                    } finally {
                        appointment.running.set(false);
                    }
                });
            } else {
                log(key.application(), "warn", key.schedule().cron() + " is left out: the one before still runs");
            }
        });
    }

    private void run(Application application, Triggers.Schedule schedule) {
        long start = System.nanoTime();
        byte[] body = schedule.body().getBytes(StandardCharsets.UTF_8);
        String outcome = schedule.path()
                .map(path -> request(application, path, body))
                .orElseGet(() -> {
                    var message = new Message(schedule.subject().orElseThrow(), body, Optional.empty());
                    return application.handle(message, bus, Duration.ZERO).result().name();
                });
        log(application, "info", schedule.cron() + ": " + outcome + " after " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
    }

    private static String request(Application application, String path, byte[] body) {
        var head = new RequestHead(
                "POST", Optional.of("http"), Optional.of("localhost"), Optional.of(path),
                List.of(HttpField.of("host", "localhost"), HttpField.of("content-length", Integer.toString(body.length))));
        var exchange = new MemoryExchange(head, body, MOST_BYTES);
        return "POST " + path + ": " + application.handleInTurn(exchange).status();
    }

    private void log(Application application, String level, String text) {
        logs.write(application.name(), application.serving().current().id(), "host", level, "schedule " + text);
    }

    @Override
    public void close() {
        ticking.shutdownNow();
    }
}
