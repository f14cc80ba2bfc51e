package dev.belay.runtime.internal.bind;

import java.util.Locale;

/** Kebab-case names in Java's conventions. */
public final class JavaNames {
    private JavaNames() {}

    /** {@code validate-response} as {@code validateResponse}. */
    public static String camelCase(String label) {
        var text = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c == '-') {
                upper = true;
            } else {
                text.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return text.toString();
    }

    /** {@code validate-response} as {@code ValidateResponse}. */
    static String pascalCase(String label) {
        String camel = camelCase(label);
        return Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
    }

    /** {@code validate-response} as {@code VALIDATE_RESPONSE}. */
    static String constant(String label) {
        return label.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The Java method of a function: {@code [method]bucket.get} is {@code bucketGet}, {@code list-keys} {@code listKeys}. */
    static String method(String function) {
        String plain = function.startsWith("[") ? function.substring(function.indexOf(']') + 1) : function;
        String prefix = function.startsWith("[constructor]") ? "new-" : "";
        return camelCase(prefix + plain.replace('.', '-'));
    }
}
