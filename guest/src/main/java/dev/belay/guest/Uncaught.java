package dev.belay.guest;

import java.util.function.Consumer;

/**
 * What is said of an exception that nobody in the component takes: a trap has no words of its own. A world that imports
 * {@code wasi:logging/logging@0.1.0-draft} has it in its log, or else one that imports {@code wasi:cli/stderr@0.2.3} there; any
 * other has nowhere to say it.
 */
public final class Uncaught {
    /** Causes that are told, of a chain that may be a ring. */
    private static final int MOST_CAUSES = 8;

    private static Consumer<Throwable> told = thrown -> {};

    private Uncaught() {}

    /** For the library: where it is said. It words it itself, so that a world with nowhere to say it has no names of exceptions. */
    public static void tellTo(Consumer<Throwable> where) {
        told = where;
    }

    /** For generated code: says it, and ends the program with a trap. */
    public static RuntimeException trap(Throwable thrown) {
        tell(thrown);
        return Cabi.trap();
    }

    /** Says it. */
    public static void tell(Throwable thrown) {
        try {
            told.accept(thrown);
        } catch (RuntimeException | Error e) {
            return; // what cannot be said, such as where memory is full, is a trap all the same
        }
    }

    /** An exception's class and message, and those of its causes. */
    public static String text(Throwable thrown) {
        var text = new StringBuilder("uncaught ").append(thrown);
        Throwable cause = thrown.getCause();
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            text.append(", caused by ").append(cause);
            cause = cause.getCause();
        }
        return text.toString();
    }
}
