package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.cleanup.StoreCleaner;
import dev.belay.platform.cleanup.StoreReport;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = "Lists what a host keeps on disk and why, or removes now what nothing needs any more.",
        footer = {
            "",
            "Examples:",
            "  belay store list",
            "  belay store clean",
            "",
            "A host cleans up by itself after changes and each hour. It keeps what serves, the revisions before, what the last",
            "`keep-changes` of the manifest need, and what was sent within the last hour."
        })
final class StoreCommand implements Callable<Integer> {
    private enum Action {
        list,
        clean
    }

    @Parameters(paramLabel = "list|clean", description = "What to do.")
    private Action action = Action.list;

    @Option(names = "--json", description = "Print it as JSON, on stdout.")
    private boolean json;

    @Mixin
    private final HostLocation location = new HostLocation();

    private final Streams streams;

    StoreCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (AdminClient host = location.connect(Optional.empty())) {
            switch (action) {
                case list -> list(host.get("/v1/store", Map.of(), StoreReport.class));
                case clean -> cleaned(host.post("/v1/store/clean", Map.of(), StoreCleaner.Removed.class));
            }
        }
        return ExitCode.OK;
    }

    private void list(StoreReport report) {
        if (json) {
            streams.out().println(Outcomes.text(report));
            return;
        }
        report.blobs().forEach(each -> streams.out().println(Worded.printable("%s  %10s  %-8s  %s  %s".formatted(
                each.digest().brief(),
                Worded.size(each.bytes()),
                each.use().name().toLowerCase(Locale.ROOT),
                each.written().truncatedTo(ChronoUnit.SECONDS),
                each.label() + (each.applications() > 1 ? " (" + each.applications() + " applications)" : "")))));
        long all = report.blobs().stream().mapToLong(StoreReport.Blob::bytes).sum();
        long unneeded = report.blobs().stream()
                .filter(each -> each.use() == StoreReport.Use.UNNEEDED)
                .mapToLong(StoreReport.Blob::bytes)
                .sum();
        streams.out().println(report.blobs().size() + " of components and files, " + Worded.size(all) + ", of which nothing needs "
                + Worded.size(unneeded) + "; compiled code, " + Worded.size(report.code().bytes()));
    }

    private void cleaned(StoreCleaner.Removed removed) {
        streams.out().println(
                json
                        ? Outcomes.text(removed)
                        : "removed " + removed.blobs() + " of components and files, " + Worded.size(removed.blobBytes())
                                + ", and compiled code, " + Worded.size(removed.codeBytes()));
    }
}
