package dev.belay.wasi.http;

import dev.belay.runtime.value.VariantValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Methods and schemes as the variants of {@code wasi:http/types}. */
final class Variants {
    private static final String OTHER = "other";
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");
    private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");

    private Variants() {}

    static VariantValue ofMethod(String method) {
        return METHODS.contains(method)
                ? VariantValue.of(method.toLowerCase(Locale.ROOT))
                : VariantValue.of(OTHER, method);
    }

    static String method(Object variant) {
        return text((VariantValue) variant).orElseGet(() -> ((VariantValue) variant).label().toUpperCase(Locale.ROOT));
    }

    static VariantValue ofScheme(String scheme) {
        String upper = scheme.toUpperCase(Locale.ROOT);
        return SCHEMES.contains(upper) ? VariantValue.of(upper) : VariantValue.of(OTHER, scheme);
    }

    /** In lower case, as schemes are compared. */
    static String scheme(Object variant) {
        return text((VariantValue) variant)
                .orElseGet(((VariantValue) variant)::label)
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> text(VariantValue variant) {
        return variant.payload().map(String.class::cast);
    }
}
