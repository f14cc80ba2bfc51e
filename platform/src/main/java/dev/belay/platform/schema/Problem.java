package dev.belay.platform.schema;

import dev.belay.wit.error.Report;
import dev.belay.wit.error.Span;
import java.util.List;
import java.util.Optional;

/** What is wrong with a document. */
public sealed interface Problem {
    /** Where to look. */
    Span span();

    /** One sentence without the place. */
    String message();

    /** What to do. */
    default Optional<String> hint() {
        return Optional.empty();
    }

    /** With the place, the line and a caret below it. */
    default String report() {
        return Report.of(span(), message(), hint());
    }

    /** The text is no YAML. */
    record NotYaml(Span span, String message) implements Problem {}

    /** A key that nothing is known by. */
    record UnknownKey(Span span, String name, List<String> known) implements Problem {
        public UnknownKey {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return "`" + name + "` is not known here";
        }

        @Override
        public Optional<String> hint() {
            return Report.didYouMean(name, known);
        }
    }

    /** A key that has to be there and is not. */
    record MissingKey(Span span, String name, String does) implements Problem {
        @Override
        public String message() {
            return "`" + name + "` is missing: " + does;
        }
    }

    /** A value that cannot be. */
    record BadValue(Span span, String expected, String found, List<String> known) implements Problem {
        public BadValue {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return "expected " + expected + ", found " + found;
        }

        @Override
        public Optional<String> hint() {
            return known.isEmpty() ? Optional.empty() : Report.didYouMean(found.replace("'", ""), known);
        }
    }

    /** A name that stands for nothing. */
    record UnknownName(Span span, String what, String name, List<String> known) implements Problem {
        public UnknownName {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return what + " `" + name + "` does not exist";
        }

        @Override
        public Optional<String> hint() {
            return Report.didYouMean(name, known);
        }
    }

    /** Two things that cannot both be. */
    record Conflict(Span span, String message, Span other) implements Problem {
        @Override
        public Optional<String> hint() {
            return Optional.of("the other is at " + other.place());
        }
    }

    /** A file that the document names and that cannot be used. */
    record BadFile(Span span, String message) implements Problem {}
}
