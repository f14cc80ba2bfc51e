package dev.belay.compose.internal.wac.syntax;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.name.Version;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.WitFragments.Fragment;
import java.util.ArrayList;
import java.util.Optional;

/** The current token, and what all of the parser does with it. */
final class Cursor {
    private final Source source;
    private final Lexer lexer;
    private Token token;
    private int previousEnd;

    Cursor(Source source) {
        this(source, 0);
    }

    Cursor(Source source, int from) {
        this.source = source;
        this.lexer = new Lexer(source);
        this.token = lexer.next(from);
    }

    boolean at(String keywordOrSign) {
        return token.is(keywordOrSign);
    }

    boolean atEnd() {
        return token.kind() == Token.Kind.END;
    }

    boolean atString() {
        return token.kind() == Token.Kind.STRING;
    }

    /** Where the current token starts. */
    int start() {
        return token.start();
    }

    Span span() {
        return new Span(source, token.start(), Math.max(token.end(), Math.min(token.start() + 1, source.text().length())));
    }

    /** From {@code start} to the end of the token before the current one. */
    Span since(int start) {
        return new Span(source, start, Math.max(start, previousEnd));
    }

    /** The name that stands here; empty if something else does. */
    String word() {
        boolean isName = token.kind() == Token.Kind.ESCAPED || token.kind() == Token.Kind.WORD;
        return isName ? token.text() : "";
    }

    boolean eat(String keywordOrSign) {
        if (!at(keywordOrSign)) {
            return false;
        }
        advance();
        return true;
    }

    void expect(String keywordOrSign) {
        if (!eat(keywordOrSign)) {
            throw unexpected("`" + keywordOrSign + "`");
        }
    }

    void advance() {
        previousEnd = token.end();
        token = lexer.next(previousEnd);
    }

    /** Goes on behind a piece that was parsed as WIT. */
    <T> T skip(Fragment<T> fragment) {
        previousEnd = fragment.end();
        token = lexer.next(previousEnd);
        return fragment.value();
    }

    /** The text that starts at the token after the current one. */
    boolean nextIs(String first, String second) {
        Token next = lexer.next(token.end());
        return next.is(first) && (second.isEmpty() || lexer.next(next.end()).is(second));
    }

    Id id() {
        boolean isName = token.kind() == Token.Kind.ESCAPED
                || (token.kind() == Token.Kind.WORD && !Words.isKeyword(token.text()));
        if (!isName) {
            throw unexpected("a name");
        }
        var id = new Id(token.text(), span());
        advance();
        return id;
    }

    /** A name, or a string. */
    Label label() {
        Span span = span();
        if (token.kind() != Token.Kind.STRING) {
            return new Label(id().name(), false, span);
        }
        String text = token.text();
        advance();
        return new Label(text, true, span);
    }

    PackageRef packageRef() {
        return version(start(), parts());
    }

    private ArrayList<Id> parts() {
        var parts = new ArrayList<Id>();
        parts.add(id());
        expect(":");
        parts.add(id());
        while (eat(":")) {
            parts.add(id());
        }
        return parts;
    }

    PackagePath packagePath() {
        int start = start();
        var parts = parts();
        Span owner = since(start);
        expect("/");
        Id name = id();
        PackageRef whole = version(start, parts);
        return new PackagePath(new PackageRef(parts, whole.version(), owner), name, whole.span());
    }

    private PackageRef version(int start, ArrayList<Id> parts) {
        if (!at("@")) {
            return new PackageRef(parts, Optional.empty(), since(start));
        }
        Span span = lexer.version(token.end());
        String text = source.text().substring(span.start(), span.end());
        Version version = Version.parse(text)
                .orElseThrow(() -> new WitException(new Problem.Unexpected(
                        span, "a semantic version such as 1.2.3", text.isEmpty() ? "none" : "`" + text + "`")));
        previousEnd = span.end();
        token = lexer.next(previousEnd);
        return new PackageRef(parts, Optional.of(version), since(start));
    }

    WitException unexpected(String expected) {
        return new WitException(new Problem.Unexpected(span(), expected, token.described()));
    }
}
