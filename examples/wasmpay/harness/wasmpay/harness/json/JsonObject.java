package wasmpay.harness.json;

import java.util.Optional;

/** Writes an object, field by field, in the order in which they are to be read. */
public final class JsonObject {
    private final StringBuilder text = new StringBuilder("{");

    public JsonObject text(String name, String value) {
        name(name);
        quote(value, text);
        return this;
    }

    /** Null if there is none. */
    public JsonObject text(String name, Optional<String> value) {
        return value.isPresent() ? text(name, value.get()) : written(name, "null");
    }

    public JsonObject flag(String name, boolean value) {
        return written(name, value ? "true" : "false");
    }

    public JsonObject number(String name, long value) {
        return written(name, Long.toString(value));
    }

    public JsonObject object(String name, JsonObject value) {
        return written(name, value.toString());
    }

    private JsonObject written(String name, String value) {
        name(name);
        text.append(value);
        return this;
    }

    private void name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(name, text);
        text.append(':');
    }

    /** The object as it is so far. */
    @Override
    public String toString() {
        return text + "}";
    }

    public static String quoted(String value) {
        var quoted = new StringBuilder();
        quote(value, quoted);
        return quoted.toString();
    }

    private static void quote(String value, StringBuilder out) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == '\u007f') {
                out.append(value.substring(plain, i));
                escape(c, out);
                plain = i + 1;
            }
        }
        out.append(plain == 0 ? value : value.substring(plain)).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u").append(Hex.lower(c));
        }
    }
}
