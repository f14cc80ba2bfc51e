package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.admin.Messages;
import dev.belay.platform.rollout.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "traffic",
        mixinStandardHelpOptions = true,
        description = "Shares the requests of an application among its revisions.",
        footer = {
            "",
            "Examples:",
            "  belay traffic nordhaven 3f2a91c0b7de=90 81d0c2aa4f19=10",
            "  belay traffic nordhaven       # all to the current one",
            "",
            "`belay status APPLICATION` shows the revisions that are kept."
        })
final class TrafficCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "APPLICATION", description = "Which one.")
    private String application = "";

    @Parameters(index = "1..*", paramLabel = "REVISION=PERCENT", description = "Shares, a hundred together.")
    private Map<String, Integer> weights = new LinkedHashMap<>();

    @Option(names = "--json", description = "Print the outcome as JSON, on stdout.")
    private boolean json;

    @Mixin
    private final HostLocation location = new HostLocation();

    private final Streams streams;

    TrafficCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (AdminClient host = location.connect(Optional.empty())) {
            return Outcomes.report(
                    host.post("/v1/weights", new Messages.Weights(application, weights), Outcome.class), json, streams);
        }
    }
}
