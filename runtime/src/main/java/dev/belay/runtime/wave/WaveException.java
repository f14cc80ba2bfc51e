package dev.belay.runtime.wave;

/** Text is no value of the wanted type: what was expected, what was found, and where. */
public final class WaveException extends RuntimeException {
    /** Longer lines are cut around the place, so that the caret stays in sight. */
    private static final int SHOWN = 60;

    private final String text;
    private final int offset;

    WaveException(String message, String text, int offset) {
        super(message);
        this.text = text;
        this.offset = Math.min(offset, text.length());
    }

    /** Characters (UTF-16) from the start of the text. */
    public int offset() {
        return offset;
    }

    /** From 1. */
    public int line() {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** Characters from the start of the line, from 1. */
    public int column() {
        return offset - lineStart() + 1;
    }

    /** Two lines: the text's line in question, and a caret below the place. */
    public String excerpt() {
        int end = text.indexOf('\n', offset);
        int from = Math.max(lineStart(), offset - SHOWN);
        int to = Math.min(end < 0 ? text.length() : end, offset + SHOWN);
        String shown = text.substring(from, to).replaceAll("\\p{Cntrl}", " ");
        return shown + "\n" + " ".repeat(shown.codePointCount(0, Math.min(offset - from, shown.length()))) + "^";
    }

    private int lineStart() {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }
}
