package wasmpay.harness.json;

/** A text that is read from its beginning, and says where it is wrong. */
final class JsonText {
    /** What {@link #peek} gives at the end, which no character is. */
    static final char END = '\uffff';

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String text;
    private int at;

    JsonText(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    boolean isDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    char next() {
        return text.charAt(at++);
    }

    boolean take(char wanted) {
        boolean there = !isAtEnd() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    boolean take(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    void skipSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    int mark() {
        return at;
    }

    void back(int mark) {
        at = mark;
    }

    /** What was read since a mark. */
    String since(int mark) {
        return text.substring(mark, at);
    }

    JsonException expected(String what) {
        return problem("expected " + what + ", found " + found());
    }

    /** The character here, for a message. */
    String found() {
        if (isAtEnd()) {
            return "the end";
        }
        int c = text.codePointAt(at);
        boolean control = c < ' ' || c >= 0x7F && c < 0xA0 || c == BYTE_ORDER_MARK;
        return control ? "U+" + Hex.upper(c) : "'" + text.substring(at, at + Character.charCount(c)) + "'";
    }

    /** Something is wrong here: the line and the column in characters, both from 1. */
    JsonException problem(String what) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(text.charAt(i))) {
                column++;
            }
        }
        return new JsonException("line " + line + ", column " + column + ": " + what);
    }
}
