package dev.belay.host.messaging;

import dev.belay.wasi.messaging.Message;
import dev.belay.wasi.messaging.MessageOutcome;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what went wrong: guests' failures as warnings, the host's own as errors, everything else for debugging only. */
final class MessageLog implements MessageListener {
    private static final Logger LOG = LoggerFactory.getLogger(MessagingServer.class);

    /** Enough to recognise an error; a guest's may be as long as its memory. */
    private static final int MAX_MESSAGE = 500;

    @Override
    public void finished(Message message, MessageOutcome outcome, Duration took) {
        switch (outcome.result()) {
            case HANDLED -> LOG.debug("{}", line(message, outcome, took));
            case HOST_ERROR -> LOG.error("{}", line(message, outcome, took), outcome.cause().orElse(null));
            case ERROR, TRAPPED, EXITED, REFUSED -> LOG.warn("{}", line(message, outcome, took));
        }
    }

    private static String line(Message message, MessageOutcome outcome, Duration took) {
        String why = outcome.message().lines().findFirst().orElse("");
        return message + ": " + outcome.result().name().toLowerCase(java.util.Locale.ROOT) + " after " + took.toMillis()
                + " ms" + (why.isEmpty() ? "" : ": " + why.substring(0, Math.min(why.length(), MAX_MESSAGE)));
    }
}
