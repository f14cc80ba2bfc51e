package dev.belay.wit;

import java.util.Collection;
import java.util.List;

/** What is wrong with a WIT file, and where. */
public sealed interface WitError {
    Span span();

    /** One line, without the place. */
    String message();

    /** Names that would have been right there; empty if none are known. */
    default List<String> candidates() {
        return List.of();
    }

    /** @param expected what could have stood there, in words */
    record Unexpected(Span span, String expected, String found) implements WitError {
        @Override
        public String message() {
            return "expected " + expected + ", found " + found;
        }
    }

    /** @param what the kind of thing that was looked for */
    record Unknown(Span span, String what, String name, List<String> candidates) implements WitError {
        public Unknown {
            candidates = List.copyOf(candidates);
        }

        public static Unknown of(Span span, String what, String name, Collection<String> known) {
            return new Unknown(span, what, name, List.copyOf(known));
        }

        @Override
        public String message() {
            return what + " '" + name + "' does not exist";
        }
    }

    record Duplicate(Span span, String what, String name) implements WitError {
        @Override
        public String message() {
            return what + " '" + name + "' is defined more than once";
        }
    }

    record Cycle(Span span, String what, String name) implements WitError {
        @Override
        public String message() {
            return what + " '" + name + "' depends on itself";
        }
    }

    /** A rule that has no kind of its own. */
    record Invalid(Span span, String message) implements WitError {}
}
