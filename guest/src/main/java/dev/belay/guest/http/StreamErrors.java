package dev.belay.guest.http;

import dev.belay.guest.wasi.io.Streams;

/** Errors of streams, of which some have a resource with them. */
final class StreamErrors {
    private StreamErrors() {}

    /**
     * Lets go of an error.
     *
     * @return whether it is none but the stream's end
     */
    static boolean isEnd(Streams.StreamError error) {
        if (error instanceof Streams.StreamError.LastOperationFailed failed) {
            failed.value().close();
            return false;
        }
        return true;
    }
}
