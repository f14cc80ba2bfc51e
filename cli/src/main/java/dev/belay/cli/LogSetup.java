package dev.belay.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * Logs go to stderr: stdout is for what a command prints. In code, since reading XML takes a tenth of a start; found as a
 * service.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %msg%n%nopex";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        var stderr = new ConsoleAppender<ILoggingEvent>();
        stderr.setContext(context);
        stderr.setName("stderr");
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder);
        stderr.start();
        context.getLogger("dev.belay").setLevel(level("BELAY_LOG", Level.INFO));
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(level("BELAY_LOG_LIBRARIES", Level.ERROR));
        root.addAppender(stderr);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** What an environment variable says, if that is a level. */
    private static Level level(String variable, Level otherwise) {
        String value = System.getenv(variable);
        return value == null ? otherwise : Level.toLevel(value, otherwise);
    }
}
