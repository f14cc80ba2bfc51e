package dev.belay.compose;

import dev.belay.component.type.Mismatch;
import dev.belay.wit.error.Report;
import dev.belay.wit.error.Span;
import java.util.List;
import java.util.Optional;

/** What is wrong with a composition that follows the grammar. */
public sealed interface WacProblem {
    /** Where to look. */
    Span span();

    /** One sentence without the place. */
    String message();

    /** What to do, in words. */
    Optional<String> hint();

    /** @param known the packages there are */
    record UnknownPackage(Span span, String name, List<String> known) implements WacProblem {
        public UnknownPackage {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return "package `" + name + "` is not there";
        }

        @Override
        public Optional<String> hint() {
            return Report.didYouMean(name, known)
                    .or(() -> Optional.of("give it by --dep " + name + "=PATH, or put it below the directory of --deps-dir"));
        }
    }

    /** A package cannot be used for what is wanted of it. */
    record BadPackage(Span span, String name, String why) implements WacProblem {
        @Override
        public String message() {
            return "package `" + name + "`: " + why;
        }

        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }

    /** @param names the imports that get nothing */
    record MissingArguments(Span span, String component, List<String> names) implements WacProblem {
        public MissingArguments {
            names = List.copyOf(names);
        }

        @Override
        public String message() {
            return "`" + component + "` needs " + String.join(", ", names);
        }

        @Override
        public Optional<String> hint() {
            return Optional.of("give them, or end the arguments with `...` to import what is missing");
        }
    }

    record Misfit(Span span, String component, Mismatch mismatch) implements WacProblem {
        @Override
        public String message() {
            return "this does not fit the import of `" + component + "`: " + mismatch;
        }

        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }

    record RestNotLast(Span span) implements WacProblem {
        @Override
        public String message() {
            return "`...` must be the last argument";
        }

        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }

    /** Something other than an instance where one is needed. */
    record NoInstance(Span span, String found) implements WacProblem {
        @Override
        public String message() {
            return "expected an instance, found a " + found;
        }

        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }

    /** @param exports what the instance has */
    record NothingSpread(Span span, List<String> exports, String why) implements WacProblem {
        public NothingSpread {
            exports = List.copyOf(exports);
        }

        @Override
        public String message() {
            return why;
        }

        @Override
        public Optional<String> hint() {
            return Optional.of(exports.isEmpty() ? "it exports nothing" : "it exports " + String.join(", ", exports));
        }
    }

    /**
     * @param what {@code import} or {@code export}
     * @param why the predicate of a sentence about the name
     */
    record BadName(Span span, String what, String name, String why) implements WacProblem {
        @Override
        public String message() {
            return "`" + name + "` cannot be the name of an " + what + ": it " + why;
        }

        @Override
        public Optional<String> hint() {
            return Optional.of("names are words of one case joined by `-`, or paths such as `a:b/c@1.0.0`");
        }
    }

    record NoExportName(Span span) implements WacProblem {
        @Override
        public String message() {
            return "the name of this export is not plain";
        }

        @Override
        public Optional<String> hint() {
            return Optional.of("say it: `export … as name;`, or export all that the instance exports: `export …...;`");
        }
    }

    /** What a component imports by {@code ...} is imported explicitly as well. */
    record ImportConflict(Span span, String component, String name) implements WacProblem {
        @Override
        public String message() {
            return "`...` would import `" + name + "` for `" + component + "`, which an import statement imports already";
        }

        @Override
        public Optional<String> hint() {
            return Optional.of("pass what was imported as an argument, before the `...`");
        }
    }

    /** What is wrong shows only when everything is put together. */
    record Incompatible(Span span, String message) implements WacProblem {
        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }

    /** @param differences all of them */
    record OffTarget(Span span, String world, List<String> differences) implements WacProblem {
        public OffTarget {
            differences = List.copyOf(differences);
        }

        @Override
        public String message() {
            return "the composition does not fit world `" + world + "`";
        }

        @Override
        public Optional<String> hint() {
            return Optional.of(String.join("\n  = ", differences));
        }
    }
}
