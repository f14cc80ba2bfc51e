package dev.belay.wit;

/**
 * A WIT file.
 *
 * @param name for messages, such as its path
 */
public record Source(String name, String text) {

    /** The line of {@code offset}, from 1. */
    public int line(int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    /** The column of {@code offset} in its line, in UTF-16 units, from 1. */
    public int column(int offset) {
        return offset - (text.lastIndexOf('\n', offset - 1) + 1) + 1;
    }

    /** The text of the line of {@code offset}, without its end. */
    public String lineText(int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        return text.substring(start, end < 0 ? text.length() : end).stripTrailing();
    }
}
