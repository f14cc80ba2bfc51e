package wasmpay.harness.json;

/** A text that is read from its beginning, and says where it is wrong. What is read character by character has its loop here. */
final class JsonText {
    /** What {@link #peek} gives at the end, which no character is. */
    static final char END = '\uffff';

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final char[] text;
    private int at;

    JsonText(String text) {
        this.text = text.toCharArray();
    }

    boolean isAtEnd() {
        return at == text.length;
    }

    char peek() {
        return at < text.length ? text[at] : END;
    }

    boolean isDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    void skip() {
        at++;
    }

    boolean take(char wanted) {
        boolean there = at < text.length && text[at] == wanted;
        at += there ? 1 : 0;
        return there;
    }

    boolean take(String word) {
        if (text.length - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    void skipSpace() {
        char[] all = text;
        int i = at;
        while (i < all.length && (all[i] == ' ' || all[i] == '\n' || all[i] == '\r' || all[i] == '\t')) {
            i++;
        }
        at = i;
    }

    /** Reads what a string holds up to its end, an escape, or what it may not hold. */
    String plain() {
        char[] all = text;
        int start = at;
        int i = start;
        while (i < all.length && all[i] != '"' && all[i] != '\\' && all[i] >= ' ') {
            i++;
        }
        at = i;
        return new String(all, start, i - start);
    }

    int mark() {
        return at;
    }

    void back(int mark) {
        at = mark;
    }

    /** What was read since a mark. */
    String since(int mark) {
        return new String(text, mark, at - mark);
    }

    JsonException expected(String what) {
        return problem("expected " + what + ", found " + found());
    }

    /** The character here, for a message. */
    String found() {
        if (isAtEnd()) {
            return "the end";
        }
        int c = Character.codePointAt(text, at);
        boolean control = c < ' ' || c >= 0x7F && c < 0xA0 || c == BYTE_ORDER_MARK;
        return control ? "U+" + Hex.upper(c) : "'" + new String(text, at, Character.charCount(c)) + "'";
    }

    /** Something is wrong here: the line and the column in characters, both from 1. */
    JsonException problem(String what) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            if (text[i] == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(text[i])) {
                column++;
            }
        }
        return new JsonException("line " + line + ", column " + column + ": " + what);
    }
}
