package dev.belay.wit.syntax;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;

/** Cuts a text into tokens, one at a time, and gathers the documentation before each. */
final class Lexer {
    private final Source source;
    private final char[] text;
    private int at;
    private Token kind = Token.END;
    private int start;
    private String word = "";
    private String docs = "";
    private int docsStart;

    Lexer(Source source) {
        this.source = source;
        this.text = source.text().toCharArray();
        TextRules.check(source);
        this.at = text.length > 0 && text[0] == '\ufeff' ? 1 : 0;
    }

    /** Starts within a text whose characters have been checked. */
    Lexer(Source source, char[] text, int from) {
        this.source = source;
        this.text = text;
        this.at = from;
    }

    Token kind() {
        return kind;
    }

    /** The name, without {@code %}, or the digits. */
    String word() {
        return word;
    }

    /** What the comments before the token say about it. */
    String docs() {
        return docs;
    }

    Span docsSpan() {
        return new Span(source, docsStart, start);
    }

    Span span() {
        return new Span(source, start, Math.max(at, Math.min(start + 1, text.length)));
    }

    int start() {
        return start;
    }

    int end() {
        return at;
    }

    /** Goes on to the next token. */
    void next() {
        docs = "";
        skipBlank();
        start = at;
        if (at == text.length) {
            kind = Token.END;
            return;
        }
        char c = text[at];
        if (isLetter(c) || c == '%') {
            name();
        } else if (isDigit(c)) {
            while (at < text.length && isDigit(text[at])) {
                at++;
            }
            word = new String(text, start, at - start);
            kind = Token.INTEGER;
        } else if (c == '"') {
            at = StringLiteral.end(source, at);
            kind = Token.STRING;
        } else {
            kind = operator(c);
            at += kind == Token.ARROW ? 2 : 1;
        }
    }

    /** The semantic version that stands next, after the current token and blanks; the current token stays as it is. */
    Span versionText() {
        skipBlank();
        int from = at;
        while (at < text.length) {
            char c = text[at];
            boolean dotBeforeMore = c == '.' && at + 1 < text.length && isVersionChar(text[at + 1]);
            if (!dotBeforeMore && !isVersionChar(c)) {
                break;
            }
            at++;
        }
        return new Span(source, from, at);
    }

    private static boolean isVersionChar(char c) {
        return isLetter(c) || isDigit(c) || c == '-' || c == '+';
    }

    private void name() {
        boolean escaped = text[at] == '%';
        if (escaped) {
            at++;
        }
        int from = at;
        while (at < text.length && (isLetter(text[at]) || isDigit(text[at]) || isInnerDash())) {
            at++;
        }
        word = new String(text, from, at - from);
        kind = escaped ? Token.ID : Token.ofWord(word);
        if (kind == Token.ID && !Keywords.isLabel(word)) {
            throw new WitException(new Problem.BadText(
                    span(), "`" + word + "` is no name: names are words of one case, joined by `-`"));
        }
    }

    /** Whether a dash is part of the name rather than the start of an arrow. */
    private boolean isInnerDash() {
        return text[at] == '-' && (at + 1 == text.length || text[at + 1] != '>');
    }

    private Token operator(char c) {
        return switch (c) {
            case '=' -> Token.EQUALS;
            case ',' -> Token.COMMA;
            case ':' -> Token.COLON;
            case ';' -> Token.SEMICOLON;
            case '(' -> Token.LEFT_PAREN;
            case ')' -> Token.RIGHT_PAREN;
            case '{' -> Token.LEFT_BRACE;
            case '}' -> Token.RIGHT_BRACE;
            case '<' -> Token.LESS;
            case '>' -> Token.GREATER;
            case '*' -> Token.STAR;
            case '/' -> Token.SLASH;
            case '.' -> Token.DOT;
            case '@' -> Token.AT;
            case '+' -> Token.PLUS;
            case '_' -> Token.UNDERSCORE;
            case '-' -> at + 1 < text.length && text[at + 1] == '>' ? Token.ARROW : Token.MINUS;
            default -> throw new WitException(
                    new Problem.BadText(new Span(source, at, at + 1), "unexpected character " + TextRules.describe(c)));
        };
    }

    /** Skips blanks and comments, and keeps the documentation among them. */
    private void skipBlank() {
        while (at < text.length) {
            char c = text[at];
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '/' && at + 1 < text.length && text[at + 1] == '/') {
                lineComment();
            } else if (c == '/' && at + 1 < text.length && text[at + 1] == '*') {
                blockComment();
            } else {
                return;
            }
        }
    }

    private void lineComment() {
        int from = at;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        if (from + 2 < at && text[from + 2] == '/') {
            addDocs(from, DocText.ofLine(source.text().substring(from + 3, at)));
        }
    }

    private void blockComment() {
        int from = at;
        int depth = 0;
        do {
            if (at + 1 >= text.length) {
                throw new WitException(
                        new Problem.BadText(new Span(source, from, from + 2), "this comment is not closed by `*/`"));
            }
            if (text[at] == '/' && text[at + 1] == '*') {
                depth++;
                at += 2;
            } else if (text[at] == '*' && text[at + 1] == '/') {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0);
        if (from + 4 < at && text[from + 2] == '*') {
            addDocs(from, DocText.ofBlock(source.text().substring(from + 3, at - 2)));
        }
    }

    private void addDocs(int from, String more) {
        if (docs.isEmpty()) {
            docsStart = from;
            docs = more;
        } else {
            docs = docs.concat("\n").concat(more);
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
