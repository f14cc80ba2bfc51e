package dev.belay.wit.syntax;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.name.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The current token of a text, and what every part of the parser does with it. */
final class Cursor {
    private final Lexer lexer;
    private int previousEnd;

    Cursor(Source source) {
        lexer = new Lexer(source);
        lexer.next();
    }

    Cursor(Lexer lexer) {
        this.lexer = lexer;
        lexer.next();
    }

    /** Behind the last token that was taken. */
    int previousEnd() {
        return previousEnd;
    }

    Token kind() {
        return lexer.kind();
    }

    Span span() {
        return lexer.span();
    }

    String word() {
        return lexer.word();
    }

    String docs() {
        return lexer.docs();
    }

    Span docsSpan() {
        return lexer.docsSpan();
    }

    boolean at(Token kind) {
        return lexer.kind() == kind;
    }

    /** Whether nothing stands between the token before and the current one. */
    boolean touchesPrevious() {
        return previousEnd == lexer.start();
    }

    void advance() {
        previousEnd = lexer.end();
        lexer.next();
    }

    boolean eat(Token kind) {
        if (lexer.kind() != kind) {
            return false;
        }
        advance();
        return true;
    }

    void expect(Token kind) {
        if (!eat(kind)) {
            throw unexpected(kind.quoted());
        }
    }

    Id id() {
        if (lexer.kind() != Token.ID) {
            throw unexpected("a name");
        }
        var id = new Id(lexer.word(), lexer.span());
        advance();
        return id;
    }

    /** The version after the current token, which is then behind the cursor. */
    Version version() {
        Span span = lexer.versionText();
        String text = span.source().text().substring(span.start(), span.end());
        Optional<Version> version = Version.parse(text);
        if (version.isEmpty()) {
            throw new WitException(new Problem.Unexpected(
                    span, "a semantic version such as 1.2.3", text.isEmpty() ? "none" : "`" + text + "`"));
        }
        previousEnd = span.end();
        lexer.next();
        return version.get();
    }

    /** Items with commas between them up to {@code close}; one may stand after the last. */
    <T> List<T> list(Token close, java.util.function.Supplier<T> item) {
        var items = new ArrayList<T>();
        while (!eat(close)) {
            items.add(item.get());
            if (!eat(Token.COMMA)) {
                expect(close);
                break;
            }
        }
        return items;
    }

    WitException unexpected(String expected) {
        return new WitException(new Problem.Unexpected(lexer.span(), expected, found()));
    }

    private String found() {
        Token kind = lexer.kind();
        if (kind == Token.ID || kind == Token.INTEGER) {
            return "`" + lexer.word() + "`";
        }
        return kind.isKeyword() ? "the keyword `" + kind.text() + "`" : kind.quoted();
    }
}
