package dev.belay.component.text;

import dev.belay.component.model.Bytes;

/** Strings and identifiers of the text format. */
public final class Quoted {
    private static final String ID_PUNCTUATION = "!#$%&'*+-./:<=>?@\\^_`|~";

    private Quoted() {}

    /** A name in quotes: printable ASCII as it is, everything else escaped, so that nothing can hide in it. */
    public static String string(String text) {
        var out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (isPlain(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append("\\u{").append(Integer.toHexString(c)).append('}');
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    /** Bytes in quotes: printable ASCII as it is, everything else as two hexadecimal digits. */
    static String bytes(Bytes bytes) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < bytes.size(); i++) {
            int b = bytes.get(i) & 0xff;
            if (b < 0x20 || b > 0x7e || b == '"' || b == '\\') {
                out.append("\\%02x".formatted(b));
            } else {
                out.append((char) b);
            }
        }
        return out.append('"').toString();
    }

    /** With the dollar sign, and with quotes where a bare identifier cannot have those characters. */
    static String identifier(String name) {
        boolean bare = !name.isEmpty() && name.chars().allMatch(Quoted::isIdCharacter);
        return "$" + (bare ? name : string(name));
    }

    private static boolean isIdCharacter(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || ID_PUNCTUATION.indexOf(c) >= 0;
    }

    /** Letters of any script are for reading; control and format characters would change what is seen. */
    private static boolean isPlain(int c) {
        return c < 0x7f ? c >= 0x20 : Character.isLetterOrDigit(c);
    }
}
