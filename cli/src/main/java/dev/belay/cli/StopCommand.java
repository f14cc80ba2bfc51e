package dev.belay.cli;

import dev.belay.platform.admin.AdminClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Ends a host, when what is in flight is finished.",
        footer = {"", "Examples:", "  belay stop"})
final class StopCommand implements Callable<Integer> {
    @Mixin
    private final HostLocation location = new HostLocation();

    private final Streams streams;

    StopCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (AdminClient host = location.connect(Optional.empty())) {
            host.post("/v1/stop", Map.of(), Object.class);
        }
        streams.err().println("it stops");
        return ExitCode.OK;
    }
}
