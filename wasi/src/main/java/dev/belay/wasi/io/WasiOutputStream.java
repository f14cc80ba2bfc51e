package dev.belay.wasi.io;

/** The resource {@code output-stream}. Used by one thread at a time, except that its sink may signal from any. */
public interface WasiOutputStream {

    /**
     * How many bytes may be written now; 0 to wait.
     *
     * @throws StreamException if nothing can be written any more
     */
    long checkWrite();

    /**
     * Takes bytes, no more than {@link #checkWrite} said.
     *
     * @throws StreamException if nothing can be written any more
     */
    void write(byte[] bytes);

    /**
     * Begins to pass on what was written; {@link #checkWrite} gives 0 until that is done.
     *
     * @throws StreamException if nothing can be written any more
     */
    void flush();

    /** Ready when {@link #checkWrite} would give more than 0 or throw. */
    Pollable subscribe();

    /** The guest dropped its handle. */
    default void close() {}

    /** Waits until {@link #checkWrite} gives more than 0, and gives that. */
    default long blockingCheckWrite() {
        while (true) {
            long permit = checkWrite();
            if (permit > 0) {
                return permit;
            }
            Pollable pollable = subscribe();
            try {
                pollable.block();
            } finally {
                pollable.close();
            }
        }
    }

    /** Writes everything, waiting as often as needed, and flushes. */
    default void blockingWriteAndFlush(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int chunk = (int) Math.min(blockingCheckWrite(), bytes.length - at);
            write(java.util.Arrays.copyOfRange(bytes, at, at + chunk));
            at += chunk;
        }
        flush();
        blockingCheckWrite();
    }
}
