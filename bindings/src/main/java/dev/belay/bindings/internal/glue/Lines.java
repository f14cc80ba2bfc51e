package dev.belay.bindings.internal.glue;

import java.util.List;

/** Text that is written line by line, with what is inside of braces moved in. */
public final class Lines {
    private final StringBuilder text = new StringBuilder();
    private final String step;
    private int depth;

    /** @param step what one level is moved in by */
    public Lines(String step) {
        this.step = step;
    }

    public Lines line(String line) {
        text.append(line.isEmpty() ? "" : step.repeat(depth)).append(line).append('\n');
        return this;
    }

    public Lines lines(List<String> lines) {
        lines.forEach(this::line);
        return this;
    }

    /** An empty line, unless there is one already, or a block has just begun. */
    public Lines blank() {
        int end = text.length();
        return end < 2 || text.charAt(end - 2) == '{' || text.charAt(end - 2) == '\n' ? this : line("");
    }

    public Lines open(String head) {
        line(head + " {");
        depth++;
        return this;
    }

    public Lines close() {
        return close("");
    }

    /** @param more what comes after the brace: {@code ;} */
    public Lines close(String more) {
        depth--;
        return line("}" + more);
    }

    /** Documentation, a line of it after each mark; nothing if there is none. */
    public Lines docs(String mark, String docs) {
        docs.strip().lines().forEach(each -> line(each.isBlank() ? mark.stripTrailing() : mark + each));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
