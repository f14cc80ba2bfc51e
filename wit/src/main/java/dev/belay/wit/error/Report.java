package dev.belay.wit.error;

import java.util.List;
import java.util.Optional;

/**
 * A problem for people: what is wrong, where, the line with a caret below the place, and what to do.
 *
 * <pre>{@code
 * type `strem` does not exist
 *  --> streams.wit:3:12
 *   |
 * 3 |   read: func() -> strem;
 *   |                   ^^^^^
 *   = did you mean `stream`?
 * }</pre>
 */
public final class Report {
    /** Of a longer line only the part around the place is shown, in characters. */
    private static final int MAX_LINE = 160;
    /** More known names than these are not listed. */
    private static final int MAX_LISTED = 12;

    private Report() {}

    public static String of(Problem problem) {
        return of(problem.span(), problem.message(), hint(problem));
    }

    /**
     * @param hint what to do, in words; may be absent
     */
    public static String of(Span span, String message, Optional<String> hint) {
        var report = new StringBuilder(message);
        if (!span.source().text().isEmpty()) {
            place(report, span);
        }
        hint.ifPresent(h -> report.append("\n  = ").append(h));
        return report.toString();
    }

    /** What to do about a name that is none, given the names there are. */
    public static Optional<String> didYouMean(String name, List<String> known) {
        Optional<String> nearest = Suggestions.nearest(name, known);
        if (nearest.isPresent()) {
            return nearest.map(n -> "did you mean `" + n + "`?");
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String listed = String.join(", ", known.subList(0, Math.min(known.size(), MAX_LISTED)));
        int more = known.size() - MAX_LISTED;
        return Optional.of("there is: " + listed + (more > 0 ? " and " + more + " more" : ""));
    }

    private static Optional<String> hint(Problem problem) {
        return switch (problem) {
            case Problem.Unknown unknown -> didYouMean(unknown.name(), unknown.known());
            case Problem.Duplicate duplicate -> duplicate.first().map(first -> "the first is at " + first.place());
            case Problem.LeftOut leftOut ->
                Optional.of("activate the feature `" + leftOut.feature() + "`, or gate the reference, too");
            default -> Optional.empty();
        };
    }

    private static void place(StringBuilder report, Span span) {
        Source source = span.source();
        int start = Math.min(span.start(), source.text().length());
        int from = Math.max(source.lineStart(start), start - MAX_LINE / 2);
        int to = Math.min(source.lineEnd(start), from + MAX_LINE);
        String line = source.text().substring(from, Math.max(from, to)).replace("\r", "");
        String number = Integer.toString(source.line(start));
        String margin = " ".repeat(number.length());
        String before = source.text().substring(from, start).replaceAll("[^\t]", " ");
        int carets = Math.max(1, Math.min(span.end(), to) - start);
        report.append('\n').append(margin).append("--> ").append(span.place());
        report.append('\n').append(margin).append(" |");
        report.append('\n').append(number).append(" | ").append(line);
        report.append('\n').append(margin).append(" | ").append(before).append("^".repeat(carets));
    }
}
