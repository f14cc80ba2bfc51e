package dev.belay.wit.syntax;

import dev.belay.wit.Span;

/**
 * @param text as written; of an escaped identifier without the percent sign
 * @param docs the documentation comments before it, lines joined by newlines; empty for none
 */
record Token(Kind kind, String text, Span span, String docs) {
    enum Kind {
        /** A name, or a keyword: which one depends on where it stands. */
        WORD,
        /** A name written with a percent sign, so never a keyword. */
        ESCAPED,
        NUMBER,
        /** Punctuation: one character, or {@code ->}. */
        SYMBOL,
        END
    }

    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(expected);
    }

    String describe() {
        return kind == Kind.END ? "the end of the file" : "'" + text + "'";
    }
}
