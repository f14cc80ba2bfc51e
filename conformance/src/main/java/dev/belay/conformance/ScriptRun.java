package dev.belay.conformance;

import dev.belay.conformance.Machine.GuestTrap;
import dev.belay.conformance.Machine.Refusal;
import dev.belay.conformance.Outcome.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the directives of one script in order, and judges each. */
final class ScriptRun {
    private static final int LAYER_OFFSET = 6;
    /** Long found values are cut: a report is read by people. */
    private static final int MAX_FOUND = 300;

    private final Script script;
    private final Options options;
    private final Machine components = new ComponentMachine();
    private final Machine modules = new CoreMachine();
    private Machine current = components;

    ScriptRun(Script script, Options options) {
        this.script = script;
        this.options = options;
    }

    List<Outcome> run() {
        var outcomes = new ArrayList<Outcome>();
        for (Directive directive : script.directives()) {
            outcomes.add(judge(directive));
        }
        return outcomes;
    }

    private Outcome judge(Directive directive) {
        try {
            skip(directive);
            run(directive);
            return outcome(directive, Status.PASSED, "");
        } catch (Skip skip) {
            return outcome(directive, Status.SKIPPED, Messages.of(skip));
        } catch (Mismatch mismatch) {
            return outcome(directive, Status.FAILED, Messages.of(mismatch));
        } catch (Refusal refusal) {
            return outcome(directive, Status.FAILED, "refused: " + Messages.of(refusal));
        } catch (GuestTrap trap) {
            return outcome(directive, Status.FAILED, "trapped: " + Messages.of(trap));
        } catch (SuiteException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Nothing in a script may make Belay throw anything but its own errors.
            return outcome(directive, Status.FAILED, "Belay failed: " + e);
        }
    }

    private Outcome outcome(Directive directive, Status status, String detail) {
        String shown = detail.length() > MAX_FOUND ? detail.substring(0, MAX_FOUND) + "…" : detail;
        return new Outcome(script.name(), directive.line(), directive.type(), status, shown);
    }

    private void skip(Directive directive) {
        if (directive.isText()) {
            throw new Skip(Skip.TEXT);
        }
        if (directive.isAsync() && !options.async() && !directive.isRefusal()) {
            throw new Skip(Skip.ASYNC);
        }
        directive.features().stream().filter(options.without()::contains).sorted().findFirst().ifPresent(feature -> {
            throw new Skip(Skip.FEATURE + feature);
        });
    }

    private void run(Directive directive) {
        switch (directive.type()) {
            case "module" -> {
                define(directive);
                if (current.canInstantiate()) {
                    current.instantiate(directive.string("name"), Optional.empty());
                }
            }
            case "module_definition" -> define(directive);
            case "module_instance" -> current.instantiate(directive.string("instance"), directive.string("module"));
            case "register" -> current.register(directive.string("name"), directive.string("as").orElse(""));
            case "action" -> current.perform(directive.action());
            case "assert_return" -> expectReturn(directive);
            case "assert_trap", "assert_exhaustion", "assert_exception" ->
                expectTrap(directive, () -> current.perform(directive.action()));
            case "assert_invalid", "assert_malformed" -> expectRefusal(directive, () -> define(directive));
            case "assert_unlinkable" -> {
                define(directive);
                expectRefusal(directive, () -> current.instantiate(Optional.empty(), Optional.empty()));
            }
            case "assert_uninstantiable" -> {
                define(directive);
                expectTrap(directive, () -> current.instantiate(Optional.empty(), Optional.empty()));
            }
            default -> throw new Skip("unknown directive " + directive.type());
        }
    }

    private void define(Directive directive) {
        byte[] binary = script.binary(directive
                .binary()
                .orElseThrow(() -> new SuiteException(script.name() + ":" + directive.line() + ": no file is named")));
        boolean component = binary.length > LAYER_OFFSET && binary[LAYER_OFFSET] == 1;
        // A binary that says nothing of its kind is meant to be refused as what the script is about.
        var machine = binary.length <= LAYER_OFFSET ? current : component ? components : modules;
        if (!directive.isRefusal()) {
            current = machine;
        }
        machine.define(binary, directive.string("name"));
    }

    private void expectReturn(Directive directive) {
        var found = current.perform(directive.action());
        if (!current.matches(directive.expected(), found)) {
            throw new Mismatch(directive.expected().toString(), Shown.of(found));
        }
    }

    private static void expectTrap(Directive directive, Runnable what) {
        try {
            what.run();
        } catch (GuestTrap trap) {
            return;
        }
        throw new Mismatch("a trap (" + directive.wanted() + ")", "none");
    }

    private static void expectRefusal(Directive directive, Runnable what) {
        try {
            what.run();
        } catch (Refusal refusal) {
            return;
        }
        throw new Mismatch("a refusal (" + directive.wanted() + ")", "none");
    }
}
