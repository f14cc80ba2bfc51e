package dev.belay.cli;

import dev.belay.runtime.Limits;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What an instance may use, as options. */
final class LimitOptions {
    @Option(names = "--max-memory", paramLabel = "SIZE", converter = Units.OfSize.class,
            description = "Linear memory of an instance: 512k, 64m, 1g. Default: 1g; servers: 128m.")
    private Optional<Long> maxMemory = Optional.empty();

    @Option(names = "--timeout", paramLabel = "TIME", converter = Units.OfTime.class,
            description = "How long a call or request may take: 500ms, 30s, 2m. Default: no limit; servers: 30s.")
    private Optional<Duration> timeout = Optional.empty();

    @Option(names = "--fuel", paramLabel = "N", converter = Units.OfCount.class,
            description = "How many function entries and loop iterations a call may take: 50000, 10m, 2g. Default: no limit.")
    private Optional<Long> fuel = Optional.empty();

    /** Another word for {@code --max-memory}; an option with two names would be called by the longer one in errors. */
    @Option(names = "--memory", hidden = true, converter = Units.OfSize.class)
    private void memory(Long bytes) {
        maxMemory = Optional.of(bytes);
    }

    /** Another word for {@code --timeout}. */
    @Option(names = "--deadline", hidden = true, converter = Units.OfTime.class)
    private void deadline(Duration each) {
        timeout = Optional.of(each);
    }

    Limits over(Limits defaults) {
        var limits = maxMemory.map(defaults::withMemoryBytes).orElse(defaults);
        var timed = timeout.map(limits::withDeadline).orElse(limits);
        return fuel.map(timed::withFuel).orElse(timed);
    }
}
