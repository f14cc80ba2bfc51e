package dev.belay.wasi.http.transport;

import java.util.List;

/** What reading a body gave. */
public sealed interface BodyChunk {

    /**
     * Some of the body.
     *
     * @param bytes at least one; the reader's own from now on
     */
    record Data(byte[] bytes) implements BodyChunk {}

    /** Nothing now: wait with {@link BodySource#onReady}. */
    record Pending() implements BodyChunk {}

    /**
     * The body is complete; reading again gives the same.
     *
     * @param trailers empty for none
     */
    record End(List<HttpField> trailers) implements BodyChunk {
        public End {
            trailers = List.copyOf(trailers);
        }
    }

    /** The rest of the body will not come; reading again gives the same. */
    record Failed(ErrorCode error) implements BodyChunk {}
}
