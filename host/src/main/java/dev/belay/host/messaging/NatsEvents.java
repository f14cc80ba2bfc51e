package dev.belay.host.messaging;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import io.nats.client.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to a connection, for the log. */
final class NatsEvents implements ErrorListener, ConnectionListener {
    private static final Logger LOG = LoggerFactory.getLogger(NatsBus.class);

    private final String servers;
    private volatile @Nullable Throwable last;
    private volatile boolean connected;

    NatsEvents(String servers) {
        this.servers = servers;
    }

    /** The most recent failure that was not logged. */
    Optional<Throwable> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public void connectionEvent(Connection connection, Events event) {
        switch (event) {
            case CONNECTED -> connected = true;
            case DISCONNECTED -> LOG.warn("lost the connection to NATS at {}; trying again", servers);
            case RECONNECTED -> LOG.info("connected to NATS at {} again", servers);
            case LAME_DUCK -> LOG.warn("the NATS server at {} is about to stop", servers);
            case CLOSED, RESUBSCRIBED, DISCOVERED_SERVERS -> LOG.debug("NATS at {}: {}", servers, event);
        }
    }

    @Override
    public void errorOccurred(Connection connection, String error) {
        LOG.warn("NATS at {}: {}", servers, error);
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception failure) {
        last = failure;
        if (connected) {
            LOG.debug("NATS at {}", servers, failure);
        }
    }

    @Override
    public void slowConsumerDetected(Connection connection, Consumer consumer) {
        LOG.warn(
                "NATS at {}: messages come faster than they are handled; {} were dropped",
                servers,
                consumer.getDroppedCount());
    }

    @Override
    public void messageDiscarded(Connection connection, Message message) {
        LOG.warn("NATS at {}: a message on {} was dropped before it was sent", servers, message.getSubject());
    }
}
