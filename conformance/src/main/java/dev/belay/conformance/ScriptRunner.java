package dev.belay.conformance;

import java.io.IOException;

/** Runs the directives of one script in their order. */
interface ScriptRunner {
    Outcome run(Script.Directive directive) throws IOException;
}
