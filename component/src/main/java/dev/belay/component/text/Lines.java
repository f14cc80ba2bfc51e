package dev.belay.component.text;

/** Text in lines, indented by how deep they are. */
final class Lines {
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    void line(String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
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
