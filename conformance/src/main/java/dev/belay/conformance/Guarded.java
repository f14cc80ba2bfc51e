package dev.belay.conformance;

import java.io.IOException;

/** Keeps one directive that goes wrong in an unforeseen way from ending the run: that is a failure like any other. */
final class Guarded {
    private Guarded() {}

    static Outcome run(ScriptRunner runner, Script.Directive directive) throws IOException {
        try {
            return runner.run(directive);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Outcome.failed("unexpected " + e.getClass().getName() + ": " + e.getMessage());
        }
    }
}
