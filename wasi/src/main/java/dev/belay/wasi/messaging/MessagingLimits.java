package dev.belay.wasi.messaging;

import java.time.Duration;

/**
 * How much one message may ask of the host.
 *
 * @param bodyBytes of a message to or from the guest
 * @param requestTime how long a guest's request waits for its answer at most, whatever the guest asks for
 */
public record MessagingLimits(int bodyBytes, Duration requestTime) {
    public MessagingLimits {
        if (bodyBytes < 0 || requestTime.toMillis() < 1) {
            throw new IllegalArgumentException("expected 0 or more bytes of body and 1 ms or more for a request, found "
                    + bodyBytes + " bytes and " + requestTime.toMillis() + " ms");
        }
    }

    /** 1 MiB, as NATS has it, and a minute. */
    public static MessagingLimits defaults() {
        return new MessagingLimits(1 << 20, Duration.ofMinutes(1));
    }
}
