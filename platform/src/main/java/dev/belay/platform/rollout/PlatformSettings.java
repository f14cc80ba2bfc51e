package dev.belay.platform.rollout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How a platform works.
 *
 * @param state the directory of its store and journal; nobody else may use it at the same time
 * @param drain how long a change waits for requests in revisions before
 * @param workers threads that compose and load; those that serve want some processors as well
 * @param environment where secrets are found
 * @param memory bytes of the heap that instances of all applications may have to themselves together
 */
public record PlatformSettings(Path state, Duration drain, int workers, Map<String, String> environment, long memory) {
    /** Of the heap: the rest is for whatever else the host does. */
    private static final double FOR_INSTANCES = 0.75;

    public PlatformSettings {
        environment = Map.copyOf(environment);
    }

    public static PlatformSettings in(Path state) {
        return new PlatformSettings(
                state,
                Duration.ofSeconds(30),
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                System.getenv(),
                (long) (Runtime.getRuntime().maxMemory() * FOR_INSTANCES));
    }

    public PlatformSettings withDrain(Duration time) {
        return new PlatformSettings(state, time, workers, environment, memory);
    }

    public PlatformSettings withEnvironment(Map<String, String> variables) {
        return new PlatformSettings(state, drain, workers, variables, memory);
    }

    public PlatformSettings withMemory(long bytes) {
        return new PlatformSettings(state, drain, workers, environment, bytes);
    }
}
