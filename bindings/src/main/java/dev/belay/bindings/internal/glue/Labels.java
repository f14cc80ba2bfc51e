package dev.belay.bindings.internal.glue;

import java.util.Locale;

/** Labels of WIT in other conventions. */
public final class Labels {
    private Labels() {}

    /** Whether it is what generated functions call their own variables. */
    public static boolean isNumbered(String name) {
        return name.matches("[afp][0-9]+");
    }

    /** {@code validate-response} as {@code validate_response}. */
    public static String snake(String label) {
        return label.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    /** {@code validate-response} as {@code VALIDATE_RESPONSE}. */
    public static String constant(String label) {
        return label.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** {@code validate-response} as {@code ValidateResponse}. */
    public static String pascal(String label) {
        var text = new StringBuilder();
        for (String word : label.split("-")) {
            String lower = word.toLowerCase(Locale.ROOT);
            text.append(Character.toUpperCase(lower.charAt(0))).append(lower.substring(1));
        }
        return text.toString();
    }

    /** {@code validate-response} as {@code validateResponse}. */
    public static String camel(String label) {
        String name = pascal(label);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
