package dev.belay.runtime.wave;

/** A place in a text, and what can be taken from there: white space, punctuation, labels, number tokens. */
final class Scanner {
    private final String text;
    private int at;

    Scanner(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int offset() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character, or 0 at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    char next() {
        if (atEnd()) {
            throw error("the text ends too early");
        }
        return text.charAt(at++);
    }

    void skip(int characters) {
        at += characters;
    }

    void back(int offset) {
        at = offset;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    /** White space, and comments from {@code //} to the end of their line. */
    void skipSpace() {
        while (true) {
            switch (peek()) {
                case ' ', '\t', '\n', '\r' -> at++;
                case '/' -> {
                    if (peek(1) != '/') {
                        return;
                    }
                    int end = text.indexOf('\n', at);
                    at = end < 0 ? text.length() : end;
                }
                default -> {
                    return;
                }
            }
        }
    }

    /** Takes a character after any white space, if it is the next. */
    boolean take(char wanted) {
        skipSpace();
        if (peek() != wanted || atEnd()) {
            return false;
        }
        at++;
        return true;
    }

    void expect(char wanted, String where) {
        if (!take(wanted)) {
            throw expected("'" + wanted + "' " + where);
        }
    }

    /** A kebab-case label with its {@code %}, if it has one; empty if none starts here. */
    String label() {
        skipSpace();
        int end = at;
        if (end < text.length() && text.charAt(end) == '%') {
            end++;
        }
        while (end < text.length() && isLabelPart(text.charAt(end))) {
            end++;
        }
        String label = text.substring(at, end);
        at = end;
        return label;
    }

    /** The characters that numbers are made of, as many as there are. */
    String number() {
        skipSpace();
        int end = at;
        while (end < text.length() && (isLabelPart(text.charAt(end)) || "+.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        String token = text.substring(at, end);
        at = end;
        return token;
    }

    WaveException expected(String what) {
        return error("expected " + what + ", found " + found());
    }

    WaveException error(String message) {
        return errorAt(at, message);
    }

    WaveException errorAt(int offset, String message) {
        return new WaveException(message, text, offset);
    }

    private String found() {
        if (atEnd()) {
            return "the end of the text";
        }
        int c = text.codePointAt(at);
        return Character.isISOControl(c) ? "character U+%04X".formatted(c) : "'" + Character.toString(c) + "'";
    }

    private static boolean isLabelPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }
}
