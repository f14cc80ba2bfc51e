package dev.belay.wit.name;

import java.util.Locale;
import java.util.Set;

/**
 * Names of WIT in Java's conventions: what is generated of WIT has them, and what is bound to components is found by them.
 *
 * <p>A name that Java keeps for itself has {@code _} after it: {@code default} is {@code default_}.
 */
public final class JavaNames {
    private static final Set<String> KEYWORDS = Set.of(
            "abstract", "assert", "boolean", "break", "byte", "case", "catch", "char", "class", "const", "continue", "default",
            "do", "double", "else", "enum", "extends", "false", "final", "finally", "float", "for", "goto", "if", "implements",
            "import", "instanceof", "int", "interface", "long", "native", "new", "null", "package", "private", "protected",
            "public", "return", "short", "static", "strictfp", "super", "switch", "synchronized", "this", "throw", "throws",
            "transient", "true", "try", "void", "volatile", "while", "_");
    /** Methods that every object has, which no accessor or function can stand for. */
    private static final Set<String> OF_OBJECTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait", "equals");

    private JavaNames() {}

    /** {@code validate-response} as {@code validateResponse}: a field, a parameter. */
    public static String camelCase(String label) {
        String name = join(label);
        return KEYWORDS.contains(name) || OF_OBJECTS.contains(name) ? name + "_" : name;
    }

    /** {@code validate-response} as {@code ValidateResponse}: a type, the case of a variant. */
    public static String pascalCase(String label) {
        String name = join(label);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** {@code validate-response} as {@code VALIDATE_RESPONSE}: the case of an enum, a flag. */
    public static String constant(String label) {
        return label.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * Whether a record of that simple name is the case of a variant. One that is named like a type around it has
     * {@code Case} after its name.
     */
    public static boolean isCase(String simpleName, String label) {
        String name = pascalCase(label);
        return simpleName.equals(name) || simpleName.equals(name + "Case");
    }

    /** The Java method of a function: {@code [method]bucket.get} is {@code bucketGet}, {@code list-keys} {@code listKeys}. */
    public static String method(String function) {
        String plain = function.startsWith("[") ? function.substring(function.indexOf(']') + 1) : function;
        String prefix = function.startsWith("[constructor]") ? "new-" : "";
        return camelCase(prefix + plain.replace('.', '-'));
    }

    /** A part of the name of a Java package: {@code my-shop} as {@code my_shop}. */
    public static String packagePart(String label) {
        String name = label.replace('-', '_').toLowerCase(Locale.ROOT);
        return KEYWORDS.contains(name) ? name + "_" : name;
    }

    private static String join(String label) {
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
}
