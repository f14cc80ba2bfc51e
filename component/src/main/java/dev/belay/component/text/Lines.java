package dev.belay.component.text;

/** Text in lines, indented by how deep they are. */
final class Lines {
    private static final String INDENT = "  ";
    /** Deeper text is not indented further: with thousands of blocks in each other it would be mostly spaces. */
    private static final int MAX_INDENT = 40;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    void line(String line) {
        text.append(INDENT.repeat(Math.clamp(depth, 0, MAX_INDENT))).append(line).append('\n');
    }

    /** A line whose parenthesis is closed by {@link #close}. */
    void open(String line) {
        line(line);
        depth++;
    }

    void close() {
        depth--;
        line(")");
    }

    void indent(int by) {
        depth += by;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
