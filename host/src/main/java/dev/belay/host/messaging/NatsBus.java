package dev.belay.host.messaging;

import dev.belay.host.tls.Trust;
import dev.belay.wasi.keyvalue.KeyValueLimits;
import dev.belay.wasi.keyvalue.KeyValueStore;
import dev.belay.wasi.messaging.BusException;
import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageBus;
import dev.belay.wasi.messaging.Subject;
import dev.belay.wasi.messaging.SubjectPattern;
import io.nats.client.AuthenticationException;
import io.nats.client.Connection;
import io.nats.client.JetStreamStatusException;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bus by way of NATS. Once connected, it connects again as often as it has to, until it is closed. */
public final class NatsBus implements MessageBus, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NatsBus.class);
    private static final String NAME = "belay";

    private final Connection connection;
    private final NatsSettings settings;
    private final NatsEvents events;

    private NatsBus(Connection connection, NatsSettings settings, NatsEvents events) {
        this.connection = connection;
        this.settings = settings;
        this.events = events;
    }

    /**
     * @throws NatsException if no server can be reached, or none lets us in
     */
    public static NatsBus connect(NatsSettings settings) {
        var events = new NatsEvents(settings.shown());
        try {
            return new NatsBus(Nats.connect(options(settings, events)), settings, events);
        } catch (IOException e) {
            throw new NatsException(
                    "cannot connect to NATS at " + settings.shown() + ": " + reason(whyNot(e, events)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NatsException("interrupted while connecting to NATS at " + settings.shown(), e);
        }
    }

    private static Options options(NatsSettings settings, NatsEvents events) {
        Options.Builder options = Options.builder()
                .servers(settings.urls().toArray(String[]::new))
                .connectionName(NAME)
                .connectionTimeout(settings.connect())
                .maxReconnects(-1)
                .reconnectWait(settings.reconnectWait())
                .reconnectBufferSize(settings.reconnectBytes())
                .reportNoResponders()
                .useTimeoutException()
                .errorListener(events)
                .connectionListener(events);
        settings.credentials().ifPresent(file -> options.authHandler(Nats.credentials(file.toString())));
        settings.authority().ifPresent(file -> options.sslContext(Trust.context(file)));
        return options.build();
    }

    /** The client says of a connection that failed just that it failed, unless it was let in nowhere. */
    private static Throwable whyNot(IOException failure, NatsEvents events) {
        return failure instanceof AuthenticationException
                ? failure
                : events.last().orElse(failure);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "" : cause.getMessage().strip();
        return message.isEmpty()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    @Override
    public void publish(Message message) {
        requireSize(message.body());
        try {
            connection.publish(message.subject(), message.replyTo().orElse(null), message.body());
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw failed(e);
        }
    }

    @Override
    public Message request(String subject, byte[] body, Duration timeout) throws InterruptedException {
        Subject.require(subject);
        requireSize(body);
        try {
            CompletableFuture<io.nats.client.Message> answer = connection.requestWithTimeout(subject, body, timeout);
            try {
                return NatsMessages.fromNats(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                answer.cancel(true);
            }
        } catch (TimeoutException | CancellationException _) {
            throw timedOut(subject, timeout);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case TimeoutException _ -> timedOut(subject, timeout);
                case JetStreamStatusException _ -> new BusException(
                        BusException.Kind.NO_RESPONDERS, "no responders: nobody subscribes to '" + subject + "'");
                case null, default -> new BusException(BusException.Kind.NOT_CONNECTED, "NATS: " + reason(e), e);
            };
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw failed(e);
        }
    }

    @Override
    public Subscription subscribe(SubjectPattern subjects, Optional<String> queueGroup, Receiver receiver) {
        queueGroup.ifPresent(Subject::require);
        try {
            return NatsSubscription.start(connection, settings, subjects.toString(), queueGroup, receiver);
        } catch (IllegalStateException e) {
            throw failed(e);
        }
    }

    /** The streams of the server, if it has JetStream. */
    public Durables durables() {
        return new NatsDurables(connection, settings.drain());
    }

    /** The buckets of the server, if it has JetStream. */
    public KeyValueStore keyValues(KeyValueLimits limits) {
        return new NatsKeyValueStore(connection, limits);
    }

    /** Whether there is a connection at this moment. */
    public boolean isConnected() {
        return connection.getStatus() == Connection.Status.CONNECTED;
    }

    /** Ends all subscriptions, waits (as long as the drain time) for what is under way, and closes the connection. */
    @Override
    public void close() {
        events.closing();
        try {
            if (isConnected()
                    && !connection.drain(settings.drain()).get(settings.drain().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("messages were still under way after {} ms", settings.drain().toMillis());
            }
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.warn("NATS at {} did not end cleanly: {}", settings.shown(), reason(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private void disconnect() {
        boolean interrupted = Thread.interrupted();
        try {
            connection.close();
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireSize(byte[] body) {
        long most = connection.getMaxPayload();
        if (most >= 0 && body.length > most) {
            throw new BusException(
                    BusException.Kind.TOO_LARGE,
                    "expected a body of at most " + most + " bytes, as the NATS server takes, found " + body.length);
        }
    }

    private BusException failed(RuntimeException e) {
        return switch (connection.getStatus()) {
            case CLOSED -> new BusException(BusException.Kind.CLOSED, "the bus was closed", e);
            case CONNECTED -> new BusException(BusException.Kind.OVERLOADED, "NATS: " + reason(e), e);
            default -> new BusException(
                    BusException.Kind.NOT_CONNECTED, "there is no connection to NATS: " + reason(e), e);
        };
    }

    private static BusException timedOut(String subject, Duration timeout) {
        return new BusException(
                BusException.Kind.TIMEOUT,
                "timed out: no answer on '" + subject + "' within " + timeout.toMillis() + " ms");
    }
}
