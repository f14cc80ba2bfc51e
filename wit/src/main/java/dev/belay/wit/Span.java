package dev.belay.wit;

/**
 * A range of a source.
 *
 * @param start offset of its first character
 * @param end offset behind its last
 */
public record Span(Source source, int start, int end) {

    /** {@code file:line:column}. */
    public String place() {
        return source.name() + ":" + source.line(start) + ":" + source.column(start);
    }
}
