package dev.belay.wit.syntax;

import dev.belay.wit.Source;
import dev.belay.wit.Span;
import dev.belay.wit.WitError;
import dev.belay.wit.WitException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A row of tokens with a place in it. */
final class Tokens {
    private final Source source;
    private final List<Token> tokens;
    private int at;

    Tokens(Source source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    boolean is(String text) {
        return peek().is(text);
    }

    boolean accept(String text) {
        if (is(text)) {
            at++;
            return true;
        }
        return false;
    }

    Token expect(String text) {
        if (!is(text)) {
            throw unexpected("'" + text + "'");
        }
        return take();
    }

    Ast.Id id(String what) {
        Token token = peek();
        if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.ESCAPED) {
            throw unexpected(what);
        }
        if (token.kind() == Token.Kind.WORD && Keywords.ALL.contains(token.text())) {
            throw new WitException(new WitError.Unexpected(
                    token.span(), what + " (write %" + token.text() + " to use a keyword as a name)", "keyword '"
                            + token.text() + "'"));
        }
        take();
        return new Ast.Id(token.text(), token.span());
    }

    /** Items between {@code open} and {@code close}, separated by commas; one may follow the last. */
    <T> List<T> list(String open, String close, Supplier<T> item) {
        expect(open);
        var items = new ArrayList<T>();
        while (!accept(close)) {
            items.add(item.get());
            if (!accept(",")) {
                if (!is(close)) {
                    throw unexpected("',' or '" + close + "'");
                }
            }
        }
        return items;
    }

    Span from(Span start) {
        return new Span(source, start.start(), Math.max(start.end(), at == 0 ? 0 : tokens.get(at - 1).span().end()));
    }

    WitException unexpected(String expected) {
        return new WitException(
                new WitError.Unexpected(peek().span(), expected, peek().describe()));
    }
}
