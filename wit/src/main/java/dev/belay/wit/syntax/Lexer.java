package dev.belay.wit.syntax;

import dev.belay.wit.Source;
import dev.belay.wit.Span;
import dev.belay.wit.WitError;
import dev.belay.wit.WitException;
import java.util.ArrayList;
import java.util.List;

/** Cuts text into tokens; comments are dropped, but for those that document what follows. */
final class Lexer {
    private static final String SYMBOLS = "{}()<>=,:;.*@/_+";

    private final Source source;
    private final String text;
    private final StringBuilder docs = new StringBuilder();
    private int at;

    private Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    static List<Token> tokens(Source source) {
        var lexer = new Lexer(source);
        var tokens = new ArrayList<Token>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        skipSpace();
        int start = at;
        if (at == text.length()) {
            return token(Token.Kind.END, start, "");
        }
        char c = text.charAt(at);
        if (c == '%') {
            at++;
            word();
            return token(Token.Kind.ESCAPED, start, text.substring(start + 1, at));
        }
        if (isLetter(c)) {
            word();
            return token(Token.Kind.WORD, start, text.substring(start, at));
        }
        if (isDigit(c)) {
            while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
                at++;
            }
            return token(Token.Kind.NUMBER, start, text.substring(start, at));
        }
        if (c == '-') {
            at += text.startsWith("->", at) ? 2 : 1;
            return token(Token.Kind.SYMBOL, start, text.substring(start, at));
        }
        if (SYMBOLS.indexOf(c) >= 0) {
            at++;
            return token(Token.Kind.SYMBOL, start, String.valueOf(c));
        }
        String shown = Character.isISOControl(c) ? "U+%04X".formatted((int) c) : Character.toString(text.codePointAt(at));
        throw new WitException(
                new WitError.Unexpected(new Span(source, at, at + 1), "a name, a keyword or punctuation", "'" + shown + "'"));
    }

    private Token token(Token.Kind kind, int start, String content) {
        var token = new Token(kind, content, new Span(source, start, at), docs.toString().strip());
        docs.setLength(0);
        return token;
    }

    /** Letters and digits, with single dashes between them. */
    private void word() {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean dash = c == '-' && at + 1 < text.length() && (isLetter(text.charAt(at + 1)) || isDigit(text.charAt(at + 1)));
            if (!isLetter(c) && !isDigit(c) && !dash) {
                break;
            }
            at++;
        }
        if (start == at || !isLetter(text.charAt(start))) {
            throw new WitException(new WitError.Unexpected(
                    new Span(source, start, Math.min(start + 1, text.length())), "a name after '%'", "something else"));
        }
        Names.requireKebab(text.substring(start, at), new Span(source, start, at));
    }

    private void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                at++;
            } else if (text.startsWith("//", at)) {
                lineComment();
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else {
                return;
            }
        }
    }

    private void lineComment() {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        if (text.startsWith("///", at)) {
            docs.append(text.substring(at + 3, end).strip()).append('\n');
        }
        at = end;
    }

    private void blockComment() {
        int start = at;
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else if (at >= text.length()) {
                throw new WitException(new WitError.Unexpected(
                        new Span(source, start, start + 2), "the end of this comment", "the end of the file"));
            } else {
                at++;
            }
        } while (depth > 0);
        if (text.startsWith("/**", start) && at - start > 4) {
            docs.append(text.substring(start + 3, at - 2).strip()).append('\n');
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
