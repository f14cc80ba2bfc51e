package dev.belay.wasi.http;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** The length of a body as the headers give it. */
final class ContentLength {
    /** Enough for every long. */
    private static final int MAX_DIGITS = 18;

    private ContentLength() {}

    /** @param meaningless whether to ignore the header */
    static OptionalLong of(Fields headers, boolean meaningless) {
        if (meaningless) {
            return OptionalLong.empty();
        }
        if (!headers.has("content-length")) {
            return OptionalLong.empty();
        }
        return headers.get("content-length").stream()
                .map(value -> new String(value, StandardCharsets.ISO_8859_1))
                .filter(text -> !text.isEmpty() && text.length() <= MAX_DIGITS)
                .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
