package dev.belay.compose.internal.wac.syntax;

/**
 * A token.
 *
 * @param text of a name without its {@code %}, of a string without its quotes
 * @param start in UTF-16 units from the start of the text
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        /** A name or, if it has not been escaped, a keyword. */
        WORD,
        /** A name that had a {@code %} before it. */
        ESCAPED,
        STRING,
        SIGN,
        END
    }

    boolean is(String keywordOrSign) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(keywordOrSign);
    }

    /** For messages. */
    String described() {
        return switch (kind) {
            case END -> "end of text";
            case STRING -> "a string";
            case ESCAPED -> "`%" + text + "`";
            case WORD -> Words.isKeyword(text) ? "the keyword `" + text + "`" : "`" + text + "`";
            case SIGN -> "`" + text + "`";
        };
    }
}
