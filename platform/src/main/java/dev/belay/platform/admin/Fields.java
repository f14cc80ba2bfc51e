package dev.belay.platform.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a query or a form, {@code application/x-www-form-urlencoded}. */
public final class Fields {
    /** No request has so many. */
    private static final int MOST = 256;

    private Fields() {}

    /**
     * In their order; of several with one name the last.
     *
     * @throws IllegalArgumentException if it is not encoded so, or has more than 256 fields
     */
    public static Map<String, String> of(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        if (encoded.isEmpty()) {
            return fields;
        }
        String[] pairs = encoded.split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " fields");
        }
        for (String pair : pairs) {
            String[] parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return Collections.unmodifiableMap(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected fields that are encoded, found '" + text + "'", e);
        }
    }
}
