package dev.belay.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * What a command reads and writes.
 *
 * @param terminal whether a person sees {@code err} as it is written: only then are there colours and progress
 */
record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {

    static Streams ofProcess() {
        boolean dumb = "dumb".equals(System.getenv("TERM")) || System.getenv("NO_COLOR") != null;
        var console = System.console();
        return new Streams(System.in, System.out, System.err, console != null && console.isTerminal() && !dumb);
    }
}
