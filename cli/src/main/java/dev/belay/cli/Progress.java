package dev.belay.cli;

import java.time.Duration;

/** One line on the terminal that says how far something is, from its first second on; nothing where there is no terminal. */
final class Progress implements AutoCloseable {
    private static final long QUIET = Duration.ofSeconds(1).toNanos();
    private static final String CLEAR_LINE = "\r\033[K";

    private final Streams streams;
    private final long start = System.nanoTime();
    private boolean shown;

    private Progress(Streams streams) {
        this.streams = streams;
    }

    static Progress on(Streams streams) {
        return new Progress(streams);
    }

    void show(String text) {
        if (streams.terminal() && System.nanoTime() - start > QUIET) {
            streams.err().print(CLEAR_LINE + text);
            streams.err().flush();
            shown = true;
        }
    }

    @Override
    public void close() {
        if (shown) {
            streams.err().print(CLEAR_LINE);
            streams.err().flush();
        }
    }
}
