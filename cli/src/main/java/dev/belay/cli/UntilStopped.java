package dev.belay.cli;

import java.util.concurrent.CountDownLatch;

/** Keeps a server running until Ctrl-C or SIGTERM, then stops it in order, and ends with 0. */
final class UntilStopped {
    private UntilStopped() {}

    /**
     * Does not return: Java ends when {@code stop} has.
     *
     * @param stop may take as long as the requests in flight need
     */
    static int run(Runnable stop, Streams streams) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            AtExit.run();
            streams.out().flush();
            streams.err().flush();
            // A signal is how a server is meant to end: that is a success, not Java's 128 + signal.
            Runtime.getRuntime().halt(ExitCode.OK);
        }, "stop"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }
}
