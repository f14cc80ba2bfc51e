package dev.belay.cli;

import dev.belay.platform.rollout.Outcome;
import dev.belay.platform.spec.Part;
import java.util.List;
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
        return report(outcome, List.of(), streams);
    }

    /** @param fetched what came out of registries for it */
    int report(Outcome outcome, List<Part> fetched, Streams streams) {
        return Outcomes.report(outcome, fetched, json, streams);
    }
}
