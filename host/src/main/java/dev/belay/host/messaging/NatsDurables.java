package dev.belay.host.messaging;

import io.nats.client.Connection;
import io.nats.client.ConsumeOptions;
import io.nats.client.JetStreamApiException;
import io.nats.client.MessageConsumer;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.impl.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** JetStream's streams. */
final class NatsDurables implements Durables {
    private final Connection connection;
    private final Duration drain;

    NatsDurables(Connection connection, Duration drain) {
        this.connection = connection;
        this.drain = drain;
    }

    @Override
    public Consumer consume(DurableSettings settings, Handler handler, Told told) {
        var taking = new Taking(settings, handler, told);
        taking.starting.start();
        return taking;
    }

    private final class Taking implements Consumer {
        /** Between attempts to reach a stream. */
        private static final long AGAIN_MILLIS = 500;
        private static final long UNLIMITED = -1;
        /** The client asks for no more after a batch of one; how many are under way is for the consumer's configuration to say. */
        private static final int LEAST_BATCH = 2;

        private final DurableSettings settings;
        private final Handler handler;
        private final Told told;
        private final Semaphore room;
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Thread starting = Thread.ofVirtual().name("durable").unstarted(this::start);
        private Optional<MessageConsumer> consumer = Optional.empty();

        Taking(DurableSettings settings, Handler handler, Told told) {
            this.settings = settings;
            this.handler = handler;
            this.told = told;
            this.room = new Semaphore(settings.running());
        }

        private void start() {
            String before = "";
            try {
                while (closed.getCount() > 0) {
                    try {
                        tryStart();
                        return;
                    } catch (IOException | JetStreamApiException | IllegalStateException | IllegalArgumentException e) {
                        String why = String.valueOf(e.getMessage());
                        if (!why.equals(before)) {
                            told.that("error", "cannot take messages: " + why);
                        }
                        before = why;
                    }
                    if (closed.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void tryStart() throws IOException, JetStreamApiException {
            var configuration = ConsumerConfiguration.builder()
                    .durable(settings.name())
                    .filterSubject(settings.subject())
                    .ackPolicy(AckPolicy.Explicit)
                    .ackWait(settings.ackWait())
                    // A delivery that ended with its host counts there as well: the server must not be the one that gives up.
                    .maxDeliver(UNLIMITED)
                    .maxAckPending(settings.running())
                    .build();
            var context = connection.getStreamContext(settings.stream()).createOrUpdateConsumer(configuration);
            var options = ConsumeOptions.builder().batchSize(Math.max(LEAST_BATCH, settings.running())).build();
            synchronized (this) {
                if (closed.getCount() > 0) {
                    consumer = Optional.of(context.consume(options, this::received));
                }
            }
            told.that("info", "takes messages on " + settings.subject());
        }

        /** While as many run as may, this keeps the client waiting, and the server sends no more. */
        private void received(io.nats.client.Message raw) {
            try {
                room.acquire();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
            Thread.ofVirtual().name("durable-message").start(() -> {
                try {
                    handle(raw);
                } finally {
                    room.release();
                }
            });
        }

        private void handle(io.nats.client.Message raw) {
            Optional<String> why;
            try {
                why = handler.handle(NatsMessages.withoutReply(raw));
            } catch (RuntimeException e) {
                why = Optional.of(e.toString());
            }
            try {
                if (why.isEmpty()) {
                    raw.ack();
                    return;
                }
                long delivered = raw.metaData().deliveredCount();
                told.that("warn", raw.getSubject() + " failed, delivery " + delivered + " of " + settings.attempts() + ": " + why.get());
                if (delivered < settings.attempts()) {
                    raw.nakWithDelay(settings.retryAfter());
                } else {
                    giveUp(raw, why.get());
                }
            } catch (IllegalStateException e) {
                told.that("warn", raw.getSubject() + " may come again: " + e.getMessage());
            }
        }

        /** Only when the server has the message elsewhere is it taken out of the stream's way. */
        private void giveUp(io.nats.client.Message raw, String why) {
            try {
                if (settings.deadLetter().isPresent()) {
                    var headers = new Headers()
                            .put("Belay-Subject", raw.getSubject())
                            .put("Belay-Deliveries", Long.toString(raw.metaData().deliveredCount()))
                            .put("Belay-Error", why.replaceAll("[^\\x20-\\x7e]", " "));
                    connection.publish(settings.deadLetter().get(), headers, raw.getData());
                    connection.flush(settings.ackWait());
                }
                raw.term();
            } catch (TimeoutException e) {
                told.that("error", raw.getSubject() + " cannot be put at " + settings.deadLetter().orElse("") + ": " + e.getMessage());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closed.countDown();
            synchronized (this) {
                consumer.ifPresent(MessageConsumer::stop);
            }
            try {
                if (!room.tryAcquire(settings.running(), drain.toMillis(), TimeUnit.MILLISECONDS)) {
                    told.that("warn", "messages are still under way after " + drain.toMillis() + " ms, and may come again");
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
