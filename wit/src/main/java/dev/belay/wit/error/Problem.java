package dev.belay.wit.error;

import java.util.List;
import java.util.Optional;

/** What is wrong with a WIT text. */
public sealed interface Problem {
    /** Where to look. */
    Span span();

    /** One sentence without the place. */
    String message();

    /** The grammar wants something else here. */
    record Unexpected(Span span, String expected, String found) implements Problem {
        @Override
        public String message() {
            return "expected " + expected + ", found " + found;
        }
    }

    /** The text holds a character, comment or literal that cannot be. */
    record BadText(Span span, String rule) implements Problem {
        @Override
        public String message() {
            return rule;
        }
    }

    /**
     * A name that stands for nothing.
     *
     * @param what such as {@code type} or {@code package}
     * @param within such as {@code in package `wasi:io`}, may be empty
     * @param known the names that would do
     */
    record Unknown(Span span, String what, String name, String within, List<String> known) implements Problem {
        public Unknown {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return what + " `" + name + "` does not exist" + (within.isEmpty() ? "" : " " + within);
        }
    }

    /** A name that stands for something of another kind. */
    record WrongKind(Span span, String name, String expected, String found) implements Problem {
        @Override
        public String message() {
            return "`" + name + "` is " + found + ", not " + expected;
        }
    }

    /**
     * A name given twice in one scope.
     *
     * @param first where it was given before, if that is known
     */
    record Duplicate(Span span, String what, String name, Optional<Span> first) implements Problem {
        @Override
        public String message() {
            return what + " `" + name + "` is defined more than once";
        }
    }

    /** Something that needs itself to be defined. */
    record Cycle(Span span, String what, String name) implements Problem {
        @Override
        public String message() {
            return what + " `" + name + "` depends on itself";
        }
    }

    /** A reference from what is present to what its feature gate leaves out. */
    record LeftOut(Span span, String what, String name, String feature) implements Problem {
        @Override
        public String message() {
            return what + " `" + name + "` is left out because the feature `" + feature
                    + "` is not active, but is referred to here";
        }
    }

    /** A rule of the language that is broken. */
    record BrokenRule(Span span, String rule) implements Problem {
        @Override
        public String message() {
            return rule;
        }
    }

    /** More of something than Belay accepts. */
    record TooMuch(Span span, String what, int limit) implements Problem {
        @Override
        public String message() {
            return what + " goes beyond the limit of " + limit;
        }
    }
}
