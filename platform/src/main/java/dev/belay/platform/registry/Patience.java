package dev.belay.platform.registry;

import java.time.Duration;

/**
 * How long a registry is waited for.
 *
 * @param connect until it takes a connection
 * @param stall while nothing comes, or goes
 * @param whole for all that is to be done with one component
 */
record Patience(Duration connect, Duration stall, Duration whole) {
    /** A component of 256 MiB comes in the whole time at 7 Mbit/s. */
    static Patience usual() {
        return new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5));
    }
}
