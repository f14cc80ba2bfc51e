package dev.belay.cli.prelink;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Switches of every kind that the compiler links by a bootstrap method. */
final class Switches {
    record Pair(Object one, Object other) {}

    private Switches() {}

    static String name(Object value) {
        return switch (value) {
            case null -> "nothing";
            case TimeUnit.DAYS -> "days";
            case TimeUnit unit -> "another unit " + unit;
            case Integer i when i > 0 -> "positive";
            case Integer _ -> "integer";
            case Pair(Integer _, String s) -> "number and " + s;
            case Pair(String s, Object _) -> s + " and more";
            case Pair _ -> "pair";
            case List<?> _ -> "list";
            case int[] _ -> "ints";
            case CharSequence text when text.isEmpty() -> "empty";
            case String text -> ofText(text);
            default -> "other";
        };
    }

    static String inInterface(Object value) {
        return Inner.kind(value);
    }

    private static String ofText(String text) {
        return switch (text) {
            case "text" -> "the text";
            case String s when s.length() > 100 -> "long";
            case String s -> "text " + s;
        };
    }

    interface Inner {
        static String kind(Object value) {
            return switch (value) {
                case Number _ -> "number";
                case Enum<?> _ -> "enum";
                default -> "none";
            };
        }
    }
}
