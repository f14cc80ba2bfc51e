package wasmpay.harness.json;

import java.util.List;
import java.util.Map;

/** A value of JSON. */
public sealed interface Json {
    record Null() implements Json {}

    record Bool(boolean value) implements Json {}

    /**
     * A number, as it is written: its reader knows which range and precision it needs.
     *
     * @param text such as {@code -0.5e+10}
     */
    record Number(String text) implements Json {}

    record Text(String value) implements Json {}

    record Array(List<Json> elements) implements Json {}

    record Fields(Map<String, Json> values) implements Json {}

    /** What this is, for a message: "a string". */
    default String kind() {
        return switch (this) {
            case Null its -> "null";
            case Bool its -> "a boolean";
            case Number its -> "a number";
            case Text its -> "a string";
            case Array its -> "an array";
            case Fields its -> "an object";
        };
    }
}
