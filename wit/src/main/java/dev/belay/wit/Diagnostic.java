package dev.belay.wit;

import java.util.Comparator;
import java.util.Optional;

/** Shows an error to a person. */
public final class Diagnostic {
    /** A name that differs in more than a third of its letters is no slip of the finger. */
    private static final int TOLERANCE = 3;

    private Diagnostic() {}

    /** The place and message, the line with a caret under what is wrong, and a suggestion if one is near. */
    public static String render(WitError error) {
        Span span = error.span();
        String line = span.source().lineText(span.start());
        int column = span.source().column(span.start());
        int width = Math.max(1, Math.min(span.end() - span.start(), line.length() - column + 1));
        return span.place() + ": " + error.message() + "\n  " + line.replace('\t', ' ') + "\n  "
                + " ".repeat(column - 1) + "^".repeat(width)
                + suggestion(error).map(s -> "\n  did you mean '" + s + "'?").orElse("");
    }

    /** The known name that is nearest to the unknown one, if it is near at all. */
    static Optional<String> suggestion(WitError error) {
        if (!(error instanceof WitError.Unknown unknown)) {
            return Optional.empty();
        }
        return unknown.candidates().stream()
                .filter(c -> distance(unknown.name(), c) <= Math.max(1, c.length() / TOLERANCE))
                .min(Comparator.comparingInt((String c) -> distance(unknown.name(), c))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The edit distance of Levenshtein. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
