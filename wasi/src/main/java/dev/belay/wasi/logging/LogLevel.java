package dev.belay.wasi.logging;

import java.util.Locale;

/** How much a line matters, in rising order. */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    CRITICAL;

    static LogLevel of(Object label) {
        return valueOf(((String) label).toUpperCase(Locale.ROOT));
    }

    /** As WIT names it: {@code warn}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
