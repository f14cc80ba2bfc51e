package dev.belay.compose;

import dev.belay.wit.error.Report;
import java.util.List;
import java.util.Optional;

/** Why a core module cannot become a component. */
public sealed interface ComponentizeProblem {
    /** One sentence. */
    String message();

    /** What to do, in words. */
    Optional<String> hint();

    /** Neither the module nor the caller says which world it is for. */
    record NoWorld() implements ComponentizeProblem {
        @Override
        public String message() {
            return "the module has no `component-type` section, and no world was given";
        }

        @Override
        public Optional<String> hint() {
            return Optional.of("say which: --wit DIR --world WORLD");
        }
    }

    /** @param section its name */
    record BadSection(String section, String why) implements ComponentizeProblem {
        @Override
        public String message() {
            return "custom section `" + section + "`: " + why;
        }

        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }

    /** Two worlds that the same component is to fit have different things by one name. */
    record Conflict(String name, String why) implements ComponentizeProblem {
        @Override
        public String message() {
            return "the worlds to merge differ in `" + name + "`: " + why;
        }

        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }

    /**
     * An import from something that the world does not have.
     *
     * @param module the module's name that the import gives
     * @param what such as {@code import} or {@code export}: where in the world it was looked for
     * @param known the interfaces there are
     */
    record UnknownInterface(String importer, String module, String function, String what, List<String> known)
            implements ComponentizeProblem {
        public UnknownInterface {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return importer + " imports `" + function + "` of `" + module + "`, which is no " + what + " of the world";
        }

        @Override
        public Optional<String> hint() {
            if (module.equals("wasi_snapshot_preview1") || module.equals("wasi_unstable")) {
                return Optional.of("this is an old WASI: give an adapter, --adapt " + module + "=FILE");
            }
            return Report.didYouMean(module, known);
        }
    }

    /**
     * An import of a function or resource that its interface does not have.
     *
     * @param interfaceName empty for the world itself
     * @param what such as {@code function} or {@code resource}
     */
    record UnknownItem(String importer, Optional<String> interfaceName, String what, String name, List<String> known)
            implements ComponentizeProblem {
        public UnknownItem {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return importer + " imports " + what + " `" + name + "`, which "
                    + interfaceName.map(i -> "`" + i + "`").orElse("the world") + " does not have";
        }

        @Override
        public Optional<String> hint() {
            return Report.didYouMean(name, known);
        }
    }

    /**
     * The world exports a function, and no module does.
     *
     * @param function as messages name it
     * @param names the core exports that would do
     * @param exported the core exports there are
     */
    record MissingExport(String function, List<String> names, List<String> exported) implements ComponentizeProblem {
        public MissingExport {
            names = List.copyOf(names);
            exported = List.copyOf(exported);
        }

        @Override
        public String message() {
            return "the world exports " + function + ": expected a core export `" + names.getFirst() + "`, found none";
        }

        @Override
        public Optional<String> hint() {
            return Report.didYouMean(names.getFirst(), exported);
        }
    }

    /** @param what such as {@code import `log` of `a:b/c`} */
    record WrongType(String importer, String what, String expected, String found) implements ComponentizeProblem {
        @Override
        public String message() {
            return importer + ", " + what + ": expected " + expected + ", found " + found;
        }

        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }

    /** A core export that the canonical ABI needs is not there. */
    record MissingPart(String module, String what, List<String> names, String wanting) implements ComponentizeProblem {
        public MissingPart {
            names = List.copyOf(names);
        }

        @Override
        public String message() {
            return module + ": " + wanting + " needs " + what + ": expected an export "
                    + String.join(" or ", names.stream().map(n -> "`" + n + "`").toList()) + ", found none";
        }

        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }

    /** What Belay cannot do with a module. */
    record Unsupported(String module, String what) implements ComponentizeProblem {
        @Override
        public String message() {
            return module + ": " + what;
        }

        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }
}
