package dev.belay.wasi.io;

/** The resource {@code input-stream}. Used by one thread at a time, except that its source may signal from any. */
public interface WasiInputStream {
    byte[] NOTHING = {};

    /**
     * Takes what has arrived, without waiting.
     *
     * @param limit in bytes; fewer may be given, and none does not mean the end
     * @throws StreamException at the end, or if the source failed
     */
    byte[] read(int limit);

    /** Ready when {@link #read} would give something or throw. */
    Pollable subscribe();

    /** The guest dropped its handle. */
    default void close() {}

    /** Waits until {@link #read} gives something or throws. */
    default byte[] blockingRead(int limit) {
        if (limit == 0) {
            return NOTHING;
        }
        while (true) {
            byte[] bytes = read(limit);
            if (bytes.length > 0) {
                return bytes;
            }
            Pollable pollable = subscribe();
            try {
                pollable.block();
            } finally {
                pollable.close();
            }
        }
    }
}
