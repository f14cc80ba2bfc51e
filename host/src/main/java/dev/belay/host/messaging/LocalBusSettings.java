package dev.belay.host.messaging;

/**
 * What a bus within the process keeps.
 *
 * @param bodyBytes of one message
 * @param waitingMessages of one subscription: beyond them publishing is an error
 * @param waitingBytes of one subscription's messages together; at least one message always fits
 */
public record LocalBusSettings(int bodyBytes, int waitingMessages, long waitingBytes) {
    public LocalBusSettings {
        if (bodyBytes < 0 || waitingMessages < 1 || waitingBytes < 1) {
            throw new IllegalArgumentException("expected 0 or more bytes of body and 1 or more to wait, found "
                    + bodyBytes + ", " + waitingMessages + " and " + waitingBytes);
        }
    }

    /** Bodies of 1 MiB; 8,192 messages and 64 MiB of them wait. */
    public static LocalBusSettings defaults() {
        return new LocalBusSettings(1 << 20, 8_192, 64L << 20);
    }

    public LocalBusSettings withBodyBytes(int most) {
        return new LocalBusSettings(most, waitingMessages, waitingBytes);
    }

    public LocalBusSettings withWaiting(int messages, long bytes) {
        return new LocalBusSettings(bodyBytes, messages, bytes);
    }
}
