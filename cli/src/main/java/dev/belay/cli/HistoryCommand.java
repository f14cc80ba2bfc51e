package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.journal.Change;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Shows the changes of a host, the newest first.",
        footer = {"", "Examples:", "  belay history", "  belay history --json"})
final class HistoryCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print it as JSON, on stdout.")
    private boolean json;

    @Mixin
    private final HostLocation location = new HostLocation();

    private final Streams streams;

    HistoryCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (AdminClient host = location.connect(Optional.empty())) {
            Change.Summary[] all = host.get("/v1/history", Map.of(), Change.Summary[].class);
            if (json) {
                streams.out().println(Outcomes.text(all));
                return ExitCode.OK;
            }
            for (Change.Summary change : all) {
                streams.out().println(Worded.printable("%4d  %s  %-8s %s%s%s".formatted(
                        change.sequence(), change.at(), change.action(), change.note(),
                        change.changed().isEmpty() ? "" : "  changed: " + Worded.names(change.changed()),
                        change.removed().isEmpty() ? "" : "  removed: " + Worded.names(change.removed()))));
            }
        }
        return ExitCode.OK;
    }
}
