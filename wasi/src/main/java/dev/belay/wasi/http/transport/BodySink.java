package dev.belay.wasi.http.transport;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A message body on its way out. One write at a time: the next begins after the future of the one before completed,
 * which is when the transport can take more. A future fails with an {@link HttpException}, and nothing can be written
 * from then on.
 */
public interface BodySink {

    /**
     * Sends data, and the head of the message before it if that was not sent.
     *
     * @param data not changed by the caller afterwards; of no bytes to send the head alone
     */
    CompletableFuture<Void> write(byte[] data);

    /**
     * Sends the last data and the trailers, and ends the message.
     *
     * @param data may be empty. If this is the first write, the transport knows the length of the body
     */
    CompletableFuture<Void> finish(byte[] data, List<HttpField> trailers);

    /** Ends the message so that the peer sees it is not complete. Allowed at any time. */
    void abort(ErrorCode reason);
}
