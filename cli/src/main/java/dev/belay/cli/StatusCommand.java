package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.admin.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what a host runs.",
        footer = {"", "Examples:", "  belay status", "  belay status nordhaven", "  belay status --json"})
final class StatusCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "APPLICATION", description = "Only this one, with its revisions.")
    private Optional<String> application = Optional.empty();

    @Option(names = "--json", description = "Print it as JSON, on stdout.")
    private boolean json;

    @Mixin
    private final HostLocation location = new HostLocation();

    private final Streams streams;

    StatusCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (AdminClient host = location.connect(Optional.empty())) {
            if (application.isPresent()) {
                one(host.get("/v1/applications/" + application.get(), Map.of(), Messages.ApplicationStatus.class));
            } else {
                all(host.get("/v1/status", Map.of(), Messages.Status.class));
            }
        }
        return ExitCode.OK;
    }

    private void all(Messages.Status status) {
        if (json) {
            streams.out().println(Outcomes.text(status));
            return;
        }
        say("%s at %s, change %d".formatted(status.platform(), status.http(), status.sequence()));
        table(status.applications(), streams);
    }

    private void one(Messages.ApplicationStatus its) {
        if (json) {
            streams.out().println(Outcomes.text(its));
            return;
        }
        table(List.of(its), streams);
        its.triggers().forEach(trigger -> say("  " + trigger));
        its.revisions().forEach(revision -> say("  %s %3d %%  %d requests, %d failed  %s%s".formatted(
                revision.id(), revision.weight(), revision.requests(), revision.failed(), revision.component(),
                revision.current() ? "" : "  (before)")));
        Messages.Use use = its.use();
        say("  memory %s now; an instance had %s at most, of %s".formatted(
                Worded.size(use.memory()), Worded.size(use.mostMemory()), Worded.size(use.memoryLimit())));
        use.fuel().ifPresent(fuel -> say("  fuel: a call took %d at most, of %d".formatted(fuel.most(), fuel.limit())));
        if (use.idle() > 0) {
            say("  pool: %d idle".formatted(use.idle()));
        }
        if (!its.reason().isEmpty()) {
            say("  " + its.reason());
        }
    }

    static void table(List<Messages.ApplicationStatus> applications, Streams streams) {
        streams.out().println(String.format("%-24s %-8s %-12s %10s %8s %8s %9s %9s",
                "APPLICATION", "STATE", "REVISION", "REQUESTS", "FAILED", "RUNNING", "P50", "P99"));
        applications.forEach(its -> streams.out().println(Worded.printable(String.format(Locale.ROOT,
                "%-24s %-8s %-12s %10d %8d %8d %6.2f ms %6.2f ms",
                its.name(), its.state(), its.revision(), its.requests(), its.failed(), its.underWay(), its.p50() * 1000,
                its.p99() * 1000))));
    }

    private void say(String line) {
        streams.out().println(Worded.printable(line));
    }
}
