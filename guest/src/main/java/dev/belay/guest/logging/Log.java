package dev.belay.guest.logging;

import dev.belay.guest.Uncaught;
import dev.belay.guest.wasi.logging.Logging;
import dev.belay.guest.wasi.logging.Logging.Level;
import java.util.function.Supplier;

/**
 * Writes to the host's log. The world imports {@code wasi:logging/logging@0.1.0-draft}.
 *
 * <pre>{@code
 * private static final Log LOG = Log.of("payments");
 *
 * LOG.info("paid " + amount);
 * LOG.debug(() -> "balances: " + balances());   // worded only if it is logged
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Log {
    private final String context;
    private final Level least;

    private Log(String context, Level least) {
        this.context = context;
        this.least = least;
    }

    /**
     * A log of {@link Level#INFO} and above.
     *
     * @param context what the lines are about; may be empty
     */
    public static Log of(String context) {
        return new Log(context, Level.INFO);
    }

    /** For generated code: what nobody catches is logged. */
    public static void tellUncaught() {
        Uncaught.tellTo(thrown -> Logging.log(Level.CRITICAL, "", Uncaught.text(thrown)));
    }

    /** The same of another level and above. */
    public Log from(Level lowest) {
        return new Log(context, lowest);
    }

    /** The same with another context. */
    public Log about(String other) {
        return new Log(other, least);
    }

    public boolean logs(Level level) {
        return level.compareTo(least) >= 0;
    }

    public void trace(Supplier<String> message) {
        log(Level.TRACE, message);
    }

    public void debug(Supplier<String> message) {
        log(Level.DEBUG, message);
    }

    public void debug(String message) {
        log(Level.DEBUG, message);
    }

    public void info(String message) {
        log(Level.INFO, message);
    }

    public void info(Supplier<String> message) {
        log(Level.INFO, message);
    }

    public void warn(String message) {
        log(Level.WARN, message);
    }

    public void warn(String message, Throwable because) {
        log(Level.WARN, message + ": " + because);
    }

    public void error(String message) {
        log(Level.ERROR, message);
    }

    public void error(String message, Throwable because) {
        log(Level.ERROR, message + ": " + because);
    }

    public void critical(String message) {
        log(Level.CRITICAL, message);
    }

    public void log(Level level, String message) {
        if (logs(level)) {
            Logging.log(level, context, message);
        }
    }

    /** @param message asked only if it is logged */
    public void log(Level level, Supplier<String> message) {
        if (logs(level)) {
            Logging.log(level, context, message.get());
        }
    }
}
