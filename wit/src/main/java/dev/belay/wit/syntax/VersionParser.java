package dev.belay.wit.syntax;

import dev.belay.wit.Span;
import dev.belay.wit.WitError;
import dev.belay.wit.WitException;
import dev.belay.wit.name.Version;

/** Reads a semantic version, which the lexer has cut to pieces: all tokens that follow each other without a space. */
final class VersionParser {
    private VersionParser() {}

    static Version version(Tokens in) {
        Span start = in.peek().span();
        var text = new StringBuilder();
        int end = start.start();
        while (in.peek().span().start() == end && continues(in, text)) {
            Token token = in.take();
            text.append(token.text());
            end = token.span().end();
        }
        Span span = in.from(start);
        return Version.parse(text.toString())
                .orElseThrow(() -> new WitException(
                        new WitError.Unexpected(span, "a version such as 1.2.3", "'" + text + "'")));
    }

    /** A dot ends the version where a list of used names follows it: {@code use a:b/c@1.0.0.{d}}. */
    private static boolean continues(Tokens in, StringBuilder text) {
        Token token = in.peek();
        return switch (token.kind()) {
            case NUMBER, WORD -> true;
            case SYMBOL -> (token.is(".") && !in.peek(1).is("{")) || token.is("-") || (token.is("+") && !text.isEmpty());
            case ESCAPED, END -> false;
        };
    }
}
