package dev.belay.platform.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a value may be. */
public sealed interface Shape {
    /**
     * Text of some kind.
     *
     * @param expected what it is, for messages, with an example
     * @param pattern of the whole, in the syntax that Java and JSON Schema share
     * @param check what is wrong with a text that the pattern takes; empty for nothing
     */
    record Text(String expected, Pattern pattern, Function<String, Optional<String>> check) implements Shape {}

    /** A whole number, both ends included. */
    record Whole(long least, long most) implements Shape {}

    /** A number, both ends included. */
    record Number(double least, double most) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    record Choice(List<String> words) implements Shape {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** @param most of them */
    record Items(Shape each, int most) implements Shape {}

    /**
     * Entries of any name.
     *
     * @param key what names are
     * @param most of them
     */
    record Table(Text key, Shape each, int most) implements Shape {}

    /**
     * Entries of known names.
     *
     * @param oneOf names of which exactly one has to be there; empty for no such rule
     */
    record Fields(List<Field> fields, List<String> oneOf) implements Shape {
        public Fields {
            fields = List.copyOf(fields);
            oneOf = List.copyOf(oneOf);
        }
    }

    /** One thing if it is no table, and another if it is. */
    record Either(Shape plain, Shape table) implements Shape {}

    /** @param does what it is for, in one sentence */
    record Field(String name, Shape shape, boolean required, String does) {}

    static Field required(String name, Shape shape, String does) {
        return new Field(name, shape, true, does);
    }

    static Field optional(String name, Shape shape, String does) {
        return new Field(name, shape, false, does);
    }

    static Fields fields(Field... fields) {
        return new Fields(List.of(fields), List.of());
    }

    static Text text(String expected, String pattern) {
        return new Text(expected, Pattern.compile(pattern), _ -> Optional.empty());
    }

    /** @param parse throws {@link IllegalArgumentException} with a message of the form "expected …, found …" */
    static Text parsed(String expected, String pattern, Function<String, ?> parse) {
        return new Text(expected, Pattern.compile(pattern), text -> {
            try {
                parse.apply(text);
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }
}
