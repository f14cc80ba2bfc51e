package dev.belay.runtime.wave;

import java.util.ArrayList;

/** Chars and strings between their quotes: read from a scanner, and written. */
final class Quoted {
    private static final String MULTILINE = "\"\"\"";
    private static final int MAX_HEX_DIGITS = 6;

    private Quoted() {}

    static int readChar(Scanner in) {
        in.expect('\'', "and a char");
        if (in.peek() == '\'') {
            throw in.error("a char holds exactly one character, found none");
        }
        int c = unit(in);
        if (in.atEnd() || in.peek() != '\'') {
            throw in.expected("the closing ' of a char, which holds exactly one character");
        }
        in.skip(1);
        return c;
    }

    static String readString(Scanner in) {
        in.skipSpace();
        if (in.startsWith(MULTILINE + "\n") || in.startsWith(MULTILINE + "\r\n")) {
            return readMultiline(in);
        }
        in.expect('"', "and a string");
        var out = new StringBuilder();
        while (in.peek() != '"' || in.atEnd()) {
            if (in.atEnd()) {
                throw in.error("the string has no closing \"");
            }
            out.appendCodePoint(unit(in));
        }
        in.skip(1);
        return out.toString();
    }

    static String writeChar(int c) {
        return "'" + (c == '\'' ? "\\'" : escaped(c)) + "'";
    }

    static String writeString(String text) {
        var out = new StringBuilder("\"");
        text.codePoints().forEach(c -> out.append(c == '"' ? "\\\"" : escaped(c)));
        return out.append('"').toString();
    }

    /** Lines between triple quotes; the spaces before the closing ones are taken from the start of each line. */
    private static String readMultiline(Scanner in) {
        int start = in.offset();
        in.skip(MULTILINE.length());
        lineBreak(in);
        var lines = new ArrayList<String>();
        var indents = new ArrayList<Integer>();
        while (true) {
            int indent = spaces(in);
            if (in.startsWith(MULTILINE)) {
                in.skip(MULTILINE.length());
                return dedent(in, start, lines, indents, indent);
            }
            indents.add(indent);
            lines.add(" ".repeat(indent) + restOfLine(in, start));
        }
    }

    private static String dedent(
            Scanner in, int start, ArrayList<String> lines, ArrayList<Integer> indents, int indent) {
        for (int i = 0; i < lines.size(); i++) {
            if (indents.get(i) < indent) {
                throw in.errorAt(start, "line " + (i + 1) + " of the multiline string starts with fewer spaces than "
                        + "its closing \"\"\"");
            }
            lines.set(i, lines.get(i).substring(indent));
        }
        return String.join("\n", lines);
    }

    private static String restOfLine(Scanner in, int start) {
        var out = new StringBuilder();
        while (!in.startsWith("\n") && !in.startsWith("\r\n")) {
            if (in.atEnd()) {
                throw in.errorAt(start, "the multiline string has no closing \"\"\" on a line of its own");
            }
            if (in.startsWith(MULTILINE)) {
                throw in.error("\"\"\" within a multiline string: write \"\"\\\", or close it on a line of its own");
            }
            out.appendCodePoint(unit(in));
        }
        lineBreak(in);
        return out.toString();
    }

    private static void lineBreak(Scanner in) {
        in.skip(in.peek() == '\r' ? 2 : 1);
    }

    private static int spaces(Scanner in) {
        int count = 0;
        while (in.peek() == ' ') {
            in.skip(1);
            count++;
        }
        return count;
    }

    /** One character, or the escape that stands for one. */
    private static int unit(Scanner in) {
        int start = in.offset();
        char c = in.next();
        if (c == '\\') {
            return escape(in, start);
        }
        if (c == '\n') {
            throw in.errorAt(start, "a line break within quotes: write \\n");
        }
        if (Character.isHighSurrogate(c) && Character.isLowSurrogate(in.peek())) {
            return Character.toCodePoint(c, in.next());
        }
        if (Character.isSurrogate(c)) {
            throw in.errorAt(start, "half a surrogate pair is no character");
        }
        return c;
    }

    private static int escape(Scanner in, int start) {
        char c = in.next();
        return switch (c) {
            case '\'', '"', '\\' -> c;
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'u' -> unicodeEscape(in, start);
            default -> throw in.errorAt(start, "unknown escape: expected one of \\' \\\" \\\\ \\t \\n \\r \\u{…}");
        };
    }

    private static int unicodeEscape(Scanner in, int start) {
        int value = 0;
        int digits = 0;
        boolean open = in.next() == '{';
        while (open && digits <= MAX_HEX_DIGITS && Character.digit(in.peek(), 16) >= 0) {
            value = value * 16 + Character.digit(in.next(), 16);
            digits++;
        }
        boolean closed = open && digits > 0 && digits <= MAX_HEX_DIGITS && in.next() == '}';
        if (!closed || value > Character.MAX_CODE_POINT || value >= 0xD800 && value <= 0xDFFF) {
            throw in.errorAt(start, "expected \\u{…} with the hexadecimal number of a Unicode scalar value");
        }
        return value;
    }

    private static String escaped(int c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            throw new IllegalArgumentException("half a surrogate pair, U+%04X, is no character".formatted(c));
        }
        return switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> Character.isISOControl(c) ? "\\u{%x}".formatted(c) : Character.toString(c);
        };
    }
}
