package dev.belay.wit.syntax;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;

/** The characters that no WIT text may hold, whether in code or in comments. */
final class TextRules {
    /** Longer text is no interface definition; it bounds what everything after this has to work on. */
    private static final int MAX_LENGTH = 16 << 20;

    private TextRules() {}

    static void check(Source source) {
        String text = source.text();
        if (text.length() > MAX_LENGTH) {
            throw new WitException(new Problem.TooMuch(new Span(source, 0, 0), "the text's length", MAX_LENGTH));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7f || c < 0x20) {
                i += checkUnusual(source, i);
            }
        }
    }

    /** How many more units belong to the character at {@code i}. */
    private static int checkUnusual(Source source, int i) {
        int c = source.text().codePointAt(i);
        if (isForbidden(c)) {
            throw new WitException(
                    new Problem.BadText(new Span(source, i, i + 1), describe(c) + " must not stand in WIT"));
        }
        return Character.charCount(c) - 1;
    }

    static boolean isForbidden(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return false;
        }
        return c < 0x20
                || (c >= 0x7f && c < 0xa0)
                || (c >= 0xd800 && c < 0xe000)
                || isBidirectionalOverride(c)
                || isDeprecated(c);
    }

    private static boolean isBidirectionalOverride(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }

    /** What Unicode deprecates or strongly discourages. */
    private static boolean isDeprecated(int c) {
        return switch (c) {
            case 0x149, 0x673, 0xf77, 0xf79, 0x17a3, 0x17a4, 0x17b4, 0x17b5, 0x17d3, 0x206a, 0x206b, 0x206c, 0x206d,
                    0x206e, 0x206f, 0x2329, 0x232a, 0xe0001 -> true;
            default -> false;
        };
    }

    static String describe(int c) {
        String code = String.format("U+%04X", c);
        return c > 0x20 && c < 0x7f ? "`" + (char) c + "`" : code;
    }
}
