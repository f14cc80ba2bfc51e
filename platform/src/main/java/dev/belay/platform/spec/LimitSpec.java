package dev.belay.platform.spec;

import dev.belay.runtime.Limits;
import java.time.Duration;
import java.util.Optional;

/** What one call may use; what is not given is as {@link Limits#forRequests()} has it. */
public record LimitSpec(Optional<Long> memoryBytes, Optional<Duration> deadline, Optional<Long> fuel) {
    public static LimitSpec none() {
        return new LimitSpec(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Limits limits() {
        Limits limits = Limits.forRequests();
        limits = memoryBytes.map(limits::withMemoryBytes).orElse(limits);
        limits = deadline.map(limits::withDeadline).orElse(limits);
        return fuel.map(limits::withFuel).orElse(limits);
    }
}
