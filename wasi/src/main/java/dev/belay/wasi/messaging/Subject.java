package dev.belay.wasi.messaging;

import java.util.Optional;

/**
 * The syntax of subjects: tokens of printable ASCII, separated by dots, such as {@code payments.eu.nordhaven}.
 *
 * <p>Stricter than NATS, which lets other characters through that its line-based protocol then has to carry: whatever is
 * a subject here cannot be mistaken for anything else there.
 */
public final class Subject {
    /** Far more than anybody names a subject with, and well below the 4 KiB of a NATS control line. */
    public static final int MAX_LENGTH = 512;

    /** Subjects that begin so belong to the bus itself. */
    static final char RESERVED = '$';

    private static final int MAX_SHOWN = 80;

    private Subject() {}

    /**
     * @throws IllegalArgumentException if the text is no subject, or has wildcards
     */
    public static void require(String text) {
        problem(text).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** What is wrong with a subject to send to; empty if nothing is. */
    static Optional<String> problem(String text) {
        return syntaxProblem(text).or(() -> text.indexOf('*') >= 0 || text.indexOf('>') >= 0
                ? Optional.of("expected a subject without wildcards, found " + quoted(text))
                : Optional.empty());
    }

    /** What is wrong with a subject or a pattern of subjects, wildcards aside. */
    static Optional<String> syntaxProblem(String text) {
        if (text.isEmpty()) {
            return Optional.of("expected a subject, found an empty string");
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of(
                    "expected a subject of at most " + MAX_LENGTH + " characters, found " + text.length());
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return Optional.of("expected a subject of printable ASCII without spaces, found " + quoted(text));
        }
        if (text.startsWith(".") || text.endsWith(".") || text.contains("..")) {
            return Optional.of("expected a subject of tokens with one dot between them, found " + quoted(text));
        }
        return Optional.empty();
    }

    /** For messages: short, on one line, and what cannot be shown anywhere is a question mark. */
    static String quoted(String text) {
        var shown = new StringBuilder("'");
        text.chars().limit(MAX_SHOWN).forEach(c -> shown.append(c < ' ' || c > '~' ? '?' : (char) c));
        return shown.append(text.length() > MAX_SHOWN ? "…'" : "'").toString();
    }
}
