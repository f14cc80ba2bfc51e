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
    private volatile boolean closing;

    NatsEvents(String servers) {
        this.servers = servers;
    }

    /** The most recent failure: why there is no connection. */
    Optional<Throwable> last() {
        return Optional.ofNullable(last);
    }

    /** That the connection ends is meant from here on. */
    void closing() {
        closing = true;
    }

    /** The client still requires the method with two parameters, and calls no other if only that is there. */
    @Override
    @SuppressWarnings("deprecation")
    public void connectionEvent(Connection connection, Events event) {
        switch (event) {
            case CONNECTED -> connected = true;
            case DISCONNECTED -> lost();
            case RECONNECTED -> {
                connected = true;
                LOG.info("connected to NATS at {} again", servers);
            }
            case LAME_DUCK -> LOG.warn("the NATS server at {} is about to stop", servers);
            case CLOSED, RESUBSCRIBED, DISCOVERED_SERVERS -> LOG.debug("NATS at {}: {}", servers, event);
        }
    }

    /** Attempts to connect that fail come here too. */
    private void lost() {
        if (connected && !closing) {
            LOG.warn("lost the connection to NATS at {}; trying again", servers);
        }
        connected = false;
    }

    @Override
    public void errorOccurred(Connection connection, String error) {
        if (connected) {
            LOG.warn("NATS at {}: {}", servers, error);
        }
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception failure) {
        last = failure;
        LOG.debug("NATS at {}", servers, failure);
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
