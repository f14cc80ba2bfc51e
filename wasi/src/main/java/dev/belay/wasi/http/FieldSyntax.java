package dev.belay.wasi.http;

import java.util.Locale;
import java.util.Set;

/** What RFC 9110 allows in methods, names and values, and the names that only the host may use. */
final class FieldSyntax {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    /** Fields about one connection, and the one that the authority is. A guest neither sees nor sets them. */
    private static final Set<String> FORBIDDEN = Set.of(
            "connection",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "transfer-encoding",
            "upgrade");

    private FieldSyntax() {}

    /** Section 5.6.2: names of fields and methods. */
    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenChar(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Section 5.5, without line breaks: visible bytes, spaces, tabs, and everything from 128 up. */
    static boolean isValue(byte[] value) {
        for (byte each : value) {
            int b = each & 0xff;
            if ((b < ' ' && b != '\t') || b == 0x7f) {
                return false;
            }
        }
        return true;
    }

    static boolean isForbidden(String name) {
        return FORBIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** RFC 3986, as far as it keeps a request line whole: visible ASCII only, no fragment. */
    static boolean isPathWithQuery(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '#');
    }

    /** RFC 3986, section 3.1. */
    static boolean isScheme(String text) {
        return !text.isEmpty()
                && isLetter(text.charAt(0))
                && text.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.');
    }

    private static boolean isTokenChar(int c) {
        return isLetter(c) || isDigit(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
