package dev.belay.wit.error;

/**
 * A piece of a source.
 *
 * @param start the first character, in UTF-16 units from the start of the text
 * @param end behind the last one
 */
public record Span(Source source, int start, int end) {
    private static final Source NOWHERE = new Source("(made)", "");

    /** For what was made by a program and never stood in a text. */
    public static Span nowhere() {
        return new Span(NOWHERE, 0, 0);
    }

    /** As {@code file:line:column}. */
    public String place() {
        return source.name() + ":" + source.line(start) + ":" + source.column(start);
    }
}
