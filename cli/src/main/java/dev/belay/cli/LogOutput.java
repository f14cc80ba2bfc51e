package dev.belay.cli;

import dev.belay.wasi.logging.LogLevel;
import dev.belay.wasi.logging.LogState;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What guests log, in the form of Belay's own log. */
final class LogOutput implements LogState.Sink {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final PrintStream to;

    LogOutput(PrintStream to) {
        this.to = to;
    }

    @Override
    public void line(LogLevel level, String line) {
        to.println(TIME.format(LocalTime.now()) + " " + String.format(Locale.ROOT, "%-5s", level) + " " + line);
    }
}
