package dev.belay.compose.internal.wac.syntax;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Keywords;

/** Cuts a text into tokens, each from where it is asked to. */
final class Lexer {
    private static final String SIGNS = ":;,.{}[]()=/@";
    private static final String DOTS = "...";

    private final Source source;
    private final String text;

    Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** The first token at or after {@code from}. */
    Token next(int from) {
        int at = skipBlank(from);
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", at, at);
        }
        char c = text.charAt(at);
        if (isLetter(c) || c == '%') {
            return word(at);
        }
        if (c == '"') {
            return string(at);
        }
        if (text.startsWith(DOTS, at)) {
            return new Token(Token.Kind.SIGN, DOTS, at, at + DOTS.length());
        }
        if (SIGNS.indexOf(c) >= 0) {
            return new Token(Token.Kind.SIGN, String.valueOf(c), at, at + 1);
        }
        String shown = c > ' ' && c < 0x7f ? "`" + c + "`" : "U+%04X".formatted(text.codePointAt(at));
        throw bad(at, at + 1, "unexpected character " + shown);
    }

    /** The version that stands next. */
    Span version(int from) {
        int start = skipBlank(from);
        int at = start;
        while (at < text.length() && (isVersionPart(text.charAt(at)) || isDotWithin(at))) {
            at++;
        }
        return new Span(source, start, at);
    }

    private boolean isDotWithin(int at) {
        return text.charAt(at) == '.' && at + 1 < text.length() && isVersionPart(text.charAt(at + 1));
    }

    private Token word(int start) {
        boolean escaped = text.charAt(start) == '%';
        int from = escaped ? start + 1 : start;
        int at = from;
        while (at < text.length() && (isVersionPart(text.charAt(at)) && text.charAt(at) != '+')) {
            at++;
        }
        String word = text.substring(from, at);
        if (!Keywords.isLabel(word)) {
            throw bad(start, Math.max(at, start + 1), "`" + word + "` is no name: names are words of one case, joined by `-`");
        }
        return new Token(escaped ? Token.Kind.ESCAPED : Token.Kind.WORD, word, start, at);
    }

    private Token string(int start) {
        int end = text.indexOf('"', start + 1);
        int line = text.indexOf('\n', start);
        if (end < 0 || (line >= 0 && line < end)) {
            throw bad(start, start + 1, "this string is not closed by a `\"`");
        }
        return new Token(Token.Kind.STRING, text.substring(start + 1, end), start, end + 1);
    }

    private int skipBlank(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\ufeff') {
                at++;
            } else if (text.startsWith("//", at)) {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (text.startsWith("/*", at)) {
                at = commentEnd(at);
            } else {
                break;
            }
        }
        return at;
    }

    private int commentEnd(int start) {
        int depth = 0;
        int at = start;
        do {
            if (at >= text.length()) {
                throw bad(start, start + 2, "this comment is not closed by `*/`");
            }
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0);
        return at;
    }

    private WitException bad(int start, int end, String rule) {
        return new WitException(new Problem.BadText(new Span(source, start, end), rule));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isVersionPart(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '+';
    }
}
