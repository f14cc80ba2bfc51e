package dev.belay.wasi.http.transport;

import java.util.List;

/**
 * A message body on its way in. It has one reader at a time. What is not read is not fetched: a source keeps a bounded
 * amount and lets the peer wait.
 */
public interface BodySource {

    /**
     * Takes what has arrived, without waiting.
     *
     * @param limit how many bytes to take at most, 1 or more
     */
    BodyChunk read(int limit);

    /**
     * Calls back once, when {@link #read} would not say {@link BodyChunk.Pending}: on any thread, and during this call
     * if that is so already. A later callback replaces one that was not called yet.
     */
    void onReady(Runnable callback);

    /** Whoever asked to be called back does not wait for it any more. */
    default void stopWaiting() {}

    /** Nobody will read the rest. */
    void discard();

    /** A body of nothing. */
    static BodySource empty() {
        return new BodySource() {
            @Override
            public BodyChunk read(int limit) {
                return new BodyChunk.End(List.of());
            }

            @Override
            public void onReady(Runnable callback) {
                callback.run();
            }

            @Override
            public void discard() {}
        };
    }
}
