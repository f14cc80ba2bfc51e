package dev.belay.cli;

import dev.belay.platform.rollout.Outcome;
import picocli.CommandLine.Option;

/** How a change is made and told. */
final class ChangeOptions {
    @Option(names = "--plan", description = "Only show what would change.")
    private boolean plan;

    @Option(names = "--json", description = "Print the outcome as JSON, on stdout.")
    private boolean json;

    boolean plan() {
        return plan;
    }

    int report(Outcome outcome, Streams streams) {
        return Outcomes.report(outcome, json, streams);
    }
}
