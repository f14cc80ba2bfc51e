package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import dev.belay.platform.admin.Messages;
import dev.belay.platform.rollout.Outcome;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Goes back to what was before.",
        footer = {
            "",
            "Examples:",
            "  belay rollback nordhaven     # one application, to its revision before",
            "  belay rollback               # everything, to what was before the last change",
            "  belay rollback --to 12       # everything, to what was after change 12 of `belay history`"
        })
final class RollbackCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "APPLICATION", description = "Only this one.")
    private Optional<String> application = Optional.empty();

    @Option(names = "--to", paramLabel = "CHANGE", description = "To what was after this change.")
    private Optional<Long> to = Optional.empty();

    @Mixin
    private final ChangeOptions change = new ChangeOptions();

    @Mixin
    private final HostLocation location = new HostLocation();

    private final Streams streams;

    RollbackCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (application.isPresent() && to.isPresent()) {
            throw new Failure("--to is for everything: leave APPLICATION out", ExitCode.USAGE);
        }
        try (AdminClient host = location.connect(Optional.empty())) {
            return change.report(
                    host.post("/v1/rollback", new Messages.Rollback(application, to, change.plan()), Outcome.class), streams);
        }
    }
}
