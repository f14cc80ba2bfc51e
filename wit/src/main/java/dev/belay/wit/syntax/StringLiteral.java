package dev.belay.wit.syntax;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Source;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** String literals: the {@code name} of the core text format. */
final class StringLiteral {
    private StringLiteral() {}

    /** Where the literal that opens at {@code start} ends: behind its closing quote. */
    static int end(Source source, int start) {
        String text = source.text();
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            if (c == '\n') {
                break;
            }
            if (c == '\\') {
                i++;
            }
        }
        throw new WitException(
                new Problem.BadText(new Span(source, start, start + 1), "this string is not closed by a `\"`"));
    }

    /** What a literal says; {@code span} includes the quotes. */
    static String value(Span span) {
        String text = span.source().text().substring(span.start() + 1, span.end() - 1);
        var bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int next = text.indexOf('\\', at);
            String plain = text.substring(at, next < 0 ? text.length() : next);
            bytes.writeBytes(plain.getBytes(StandardCharsets.UTF_8));
            at += plain.length();
            if (next >= 0) {
                at = escape(span, text, at + 1, bytes);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw new WitException(new Problem.BadText(span, "the string's escapes give no valid UTF-8"));
        }
    }

    /** The literal that says {@code value}. */
    static String quote(String value) {
        var out = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c >= 0x20 && c < 0x7f) {
                        out.appendCodePoint(c);
                    } else {
                        out.append("\\u{").append(Integer.toHexString(c)).append('}');
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    private static int escape(Span span, String text, int at, ByteArrayOutputStream bytes) {
        char c = text.charAt(at);
        switch (c) {
            case 't' -> bytes.write('\t');
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case '"', '\'', '\\' -> bytes.write(c);
            case 'u' -> {
                return unicodeEscape(span, text, at, bytes);
            }
            default -> {
                if (at + 1 >= text.length() || !HexFormat.isHexDigit(c) || !HexFormat.isHexDigit(text.charAt(at + 1))) {
                    throw badEscape(span);
                }
                bytes.write(HexFormat.fromHexDigits(text, at, at + 2));
                return at + 2;
            }
        }
        return at + 1;
    }

    private static int unicodeEscape(Span span, String text, int at, ByteArrayOutputStream bytes) {
        int close = text.indexOf('}', at);
        // Six digits reach every code point; leading zeros beyond that are not worth accepting.
        if (close < 0 || text.charAt(at + 1) != '{' || close == at + 2 || close > at + 8) {
            throw badEscape(span);
        }
        for (int i = at + 2; i < close; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                throw badEscape(span);
            }
        }
        int code = HexFormat.fromHexDigits(text, at + 2, close);
        if (code > Character.MAX_CODE_POINT || (code >= 0xd800 && code < 0xe000)) {
            throw badEscape(span);
        }
        bytes.writeBytes(Character.toString(code).getBytes(StandardCharsets.UTF_8));
        return close + 1;
    }

    private static WitException badEscape(Span span) {
        return new WitException(new Problem.BadText(span, "the string holds an escape that is none: use "
                + "\\t, \\n, \\r, \\\", \\', \\\\, two hexadecimal digits, or \\u{…}"));
    }
}
