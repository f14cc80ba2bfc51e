package dev.belay.cli;

import dev.belay.runtime.Limits;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What an instance may use, as options. */
final class LimitOptions {
    @Option(names = "--max-memory", paramLabel = "SIZE", converter = Units.OfSize.class,
            description = "Linear memory of an instance: 512k, 64m, 1g. Default: 1g.")
    private Optional<Long> maxMemory = Optional.empty();

    @Option(names = "--timeout", paramLabel = "TIME", converter = Units.OfTime.class,
            description = "How long a call may take: 500ms, 30s, 2m. Default: ${DEFAULT-TIMEOUT:-no limit}.")
    private Optional<Duration> timeout = Optional.empty();

    Limits over(Limits defaults) {
        var limits = maxMemory.map(defaults::withMemoryBytes).orElse(defaults);
        return timeout.map(limits::withDeadline).orElse(limits);
    }
}
