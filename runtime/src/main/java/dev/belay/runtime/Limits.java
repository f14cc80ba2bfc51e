package dev.belay.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * What one instance may use.
 *
 * @param memoryBytes linear memory, all memories of the instance together; growing past it fails as {@code memory.grow}
 *     does (the guest sees -1), and a minimum past it is a trap
 * @param deadline of each call; going past it is a trap
 * @param tableElements all tables of the instance together
 * @param handles open resource handles
 */
public record Limits(long memoryBytes, Optional<Duration> deadline, int tableElements, int handles) {
    /** 1 GiB of memory, no deadline, 10 million table elements, 1 million handles. */
    public static Limits defaults() {
        return new Limits(1L << 30, Optional.empty(), 10_000_000, 1_000_000);
    }

    /** For one of many requests or messages: 128 MiB of memory, 30 seconds, 100,000 table elements, 10,000 handles. */
    public static Limits forRequests() {
        return new Limits(128L << 20, Optional.of(Duration.ofSeconds(30)), 100_000, 10_000);
    }

    public Limits withMemoryBytes(long bytes) {
        return new Limits(bytes, deadline, tableElements, handles);
    }

    public Limits withDeadline(Duration each) {
        return new Limits(memoryBytes, Optional.of(each), tableElements, handles);
    }
}
