package dev.belay.host.messaging;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.PurgeOptions;
import io.nats.client.impl.NatsMessage;
import io.nats.client.support.NatsKeyValueUtil;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes keys of a bucket so that nothing of them stays. In NATS a deleted key is one whose last message is a marker, which
 * takes room for ever; it is what those who watch are told by, so it is sent, and then taken away.
 */
final class NatsDeletes {
    private static final Logger LOG = LoggerFactory.getLogger(NatsDeletes.class);

    private final JetStream sending;
    private final JetStreamManagement streams;
    private final String bucket;
    private final AtomicBoolean told = new AtomicBoolean();

    private NatsDeletes(JetStream sending, JetStreamManagement streams, String bucket) {
        this.sending = sending;
        this.streams = streams;
        this.bucket = bucket;
    }

    static NatsDeletes of(Connection connection, String bucket) throws IOException {
        return new NatsDeletes(connection.jetStream(), connection.jetStreamManagement(), bucket);
    }

    /** @param name as NATS has it */
    void delete(String name) throws IOException, JetStreamApiException {
        String subject = NatsKeyValueUtil.toKeyPrefix(bucket) + name;
        var marker = NatsMessage.builder().subject(subject).headers(NatsKeyValueUtil.getPurgeHeaders()).build();
        forget(subject, sending.publish(marker).getSeqno());
    }

    /** Takes the marker away, and not what somebody may have set since. If that fails the key is deleted nevertheless. */
    void forget(String subject, long marker) {
        try {
            streams.purgeStream(
                    NatsKeyValueUtil.toStreamName(bucket),
                    PurgeOptions.builder().subject(subject).sequence(marker + 1).build());
        } catch (IOException | JetStreamApiException e) {
            if (told.compareAndSet(false, true)) {
                LOG.warn("the bucket '{}' of NATS keeps a marker of each key that is deleted: {}", bucket, e.getMessage());
            }
        }
    }
}
