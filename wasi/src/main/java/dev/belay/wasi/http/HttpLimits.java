package dev.belay.wasi.http;

/**
 * What one instance may make the host keep for HTTP.
 *
 * @param fieldCount headers or trailers of one message
 * @param fieldBytes names and values of the headers or trailers of one message together
 * @param chunkBytes the most of a body that one read gives
 * @param bufferBytes of an outgoing body, written by the guest and not yet taken by the transport. When they are full the
 *     guest has to wait
 * @param unsentBytes of an outgoing body that was written before the message was handed over; more is an error, because
 *     waiting would never end
 * @param keptBytes of all messages that the instance holds at a time. More is a trap
 */
public record HttpLimits(
        int fieldCount, int fieldBytes, int chunkBytes, int bufferBytes, int unsentBytes, long keptBytes) {
    public HttpLimits {
        if (fieldCount < 1 || fieldBytes < 1 || chunkBytes < 1 || bufferBytes < 1 || unsentBytes < 1 || keptBytes < 1) {
            throw new IllegalArgumentException("expected limits of 1 or more, found one that is less");
        }
    }

    /**
     * 1,000 fields of 128 KiB, reads of 64 KiB, buffers of 64 KiB, 1 MiB of body before its message, and 16 MiB in all.
     */
    public static HttpLimits defaults() {
        return new HttpLimits(1_000, 128 << 10, 64 << 10, 64 << 10, 1 << 20, 16 << 20);
    }
}
