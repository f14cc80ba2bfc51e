package dev.belay.platform.registry;

import dev.belay.platform.spec.Digest;
import java.util.Locale;
import java.util.Optional;

/** Reads one reference, by the grammar of the OCI distribution specification and the names of hosts. */
final class ReferenceParser {
    private static final int MOST_HOST = 253;
    /** As registries have it. */
    private static final int MOST_REPOSITORY = 255;

    private static final int MOST_TAG = 128;
    private static final int MOST_PORT = 65_535;
    private static final int DIGEST_DIGITS = 64;
    private static final String SHA256 = "sha256:";

    private final String text;
    private int at;

    ReferenceParser(String text) {
        this.text = text;
        this.at = Reference.isMeant(text) ? Reference.SCHEME.length() : 0;
    }

    Reference parse() {
        String host = host();
        expect('/', "'/' and a repository");
        String repository = repository();
        Optional<String> tag = take(':') ? Optional.of(tag()) : Optional.empty();
        Optional<Digest> digest = take('@') ? Optional.of(digest()) : Optional.empty();
        if (at < text.length()) {
            throw expected(tag.isPresent() || digest.isPresent() ? "the end" : "a small letter, a digit, '/', ':' or '@'");
        }
        return new Reference(host, repository, tag, digest);
    }

    private String host() {
        int start = at;
        if (take('[')) {
            skip(c -> isHex(c) || c == ':' || c == '.');
            if (at == start + 1) {
                throw expected("an IPv6 address");
            }
            expect(']', "']' after an IPv6 address");
        } else {
            do {
                label();
            } while (take('.'));
        }
        if (take(':')) {
            port();
        }
        if (at - start > MOST_HOST) {
            throw wrong(start, "a host of at most " + MOST_HOST + " characters", String.valueOf(at - start));
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    /** One part of a host's name; dashes are within it only. */
    private void label() {
        int start = at;
        skip(c -> isAlphanumeric(c) || c == '-');
        if (at == start) {
            throw expected(start == text.length() || peek() == '/' ? "the host of a registry" : "a letter or a digit of the registry's host");
        }
        if (text.charAt(start) == '-' || text.charAt(at - 1) == '-') {
            throw wrong(text.charAt(start) == '-' ? start : at - 1, "a letter or a digit at both ends of a part of the host", "'-'");
        }
    }

    private void port() {
        int start = at;
        skip(ReferenceParser::isDigit);
        if (at == start) {
            throw expected("a port");
        }
        String digits = text.substring(start, at);
        if (digits.length() > 5 || Integer.parseInt(digits) > MOST_PORT || Integer.parseInt(digits) == 0) {
            throw wrong(start, "a port from 1 to " + MOST_PORT, "'" + brief(digits) + "'");
        }
    }

    private String repository() {
        int start = at;
        do {
            pathComponent();
        } while (take('/'));
        if (at - start > MOST_REPOSITORY) {
            throw wrong(start, "a repository of at most " + MOST_REPOSITORY + " characters", String.valueOf(at - start));
        }
        return text.substring(start, at);
    }

    /** Small letters and digits, with '.', '_', '__' or dashes between them. */
    private void pathComponent() {
        alphanumerics();
        while (at < text.length() && (peek() == '.' || peek() == '_' || peek() == '-')) {
            separator();
            alphanumerics();
        }
    }

    private void separator() {
        if (peek() == '-') {
            skip(c -> c == '-');
        } else if (!take('.')) {
            take('_');
            take('_');
        }
    }

    private void alphanumerics() {
        int start = at;
        skip(c -> isDigit(c) || c >= 'a' && c <= 'z');
        if (at == start) {
            throw expected("a small letter or a digit of the repository");
        }
    }

    private String tag() {
        int start = at;
        if (at == text.length() || !isWord(peek())) {
            throw expected("a letter, a digit or '_' of the tag");
        }
        skip(c -> isWord(c) || c == '.' || c == '-');
        if (at - start > MOST_TAG) {
            throw wrong(start, "a tag of at most " + MOST_TAG + " characters", String.valueOf(at - start));
        }
        return text.substring(start, at);
    }

    private Digest digest() {
        if (!text.startsWith(SHA256, at)) {
            throw expected(SHA256);
        }
        at += SHA256.length();
        int start = at;
        skip(c -> isDigit(c) || c >= 'a' && c <= 'f');
        if (at - start < DIGEST_DIGITS) {
            throw expected(DIGEST_DIGITS + " hexadecimal digits in small letters");
        }
        if (at - start > DIGEST_DIGITS) {
            throw wrong(start + DIGEST_DIGITS, "the end after " + DIGEST_DIGITS + " digits", "'" + text.charAt(start + DIGEST_DIGITS) + "'");
        }
        return new Digest(text.substring(start, at));
    }

    private char peek() {
        return text.charAt(at);
    }

    private boolean take(char c) {
        boolean there = at < text.length() && peek() == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c, String what) {
        if (!take(c)) {
            throw expected(what);
        }
    }

    /** A set of characters. */
    private interface Chars {
        boolean has(char c);
    }

    private void skip(Chars chars) {
        while (at < text.length() && chars.has(peek())) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isWord(char c) {
        return isAlphanumeric(c) || c == '_';
    }

    private IllegalArgumentException expected(String what) {
        return wrong(at, what, at == text.length() ? "the end" : "'" + Words.printable(text.substring(at, text.offsetByCodePoints(at, 1))) + "'");
    }

    private IllegalArgumentException wrong(int place, String expected, String found) {
        return new IllegalArgumentException("expected " + expected + " at character " + (place + 1) + " of a reference such as "
                + "oci://registry.example.com/bank:1.2, found " + found);
    }

    private static String brief(String digits) {
        return digits.length() <= 8 ? digits : digits.substring(0, 8) + "…";
    }
}
