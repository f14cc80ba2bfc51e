package dev.belay.wit.error;

/**
 * A text and what people call it.
 *
 * @param name a file name, or a word for text that is in no file
 */
public record Source(String name, String text) {
    /** The line, counted from 1, that holds the character at {@code offset}. */
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The column, in characters counted from 1, of the character at {@code offset}. */
    public int column(int offset) {
        return text.codePointCount(lineStart(offset), Math.min(offset, text.length())) + 1;
    }

    /** Where the line begins that holds the character at {@code offset}. */
    int lineStart(int offset) {
        return text.lastIndexOf('\n', Math.min(offset, text.length()) - 1) + 1;
    }

    /** Where the line ends that holds the character at {@code offset}: at its line break or the end of the text. */
    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    @Override
    public String toString() {
        return name;
    }
}
