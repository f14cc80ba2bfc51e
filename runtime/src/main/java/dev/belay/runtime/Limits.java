package dev.belay.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one instance may use.
 *
 * @param memoryBytes linear memory, all memories of the instance together; growing past it fails as {@code memory.grow}
 *     does (the guest sees -1), and a minimum past it is a trap
 * @param deadline of each call; going past it is a trap
 * @param fuel of each call, in function entries and iterations of loops, of all parts of a composition together; going past
 *     it is a trap. See {@link #withFuel}.
 * @param tableElements all tables of the instance together; growing past it fails as {@code table.grow} does (the guest sees
 *     -1), and a minimum past it is a trap
 * @param handles open resource handles of each part
 * @param coreInstances core modules that the instance is made of, each as often as it is instantiated
 * @param memories that they define, whatever their size
 * @param tables that they define, whatever their size
 */
public record Limits(
        long memoryBytes,
        Optional<Duration> deadline,
        OptionalLong fuel,
        int tableElements,
        int handles,
        int coreInstances,
        int memories,
        int tables) {
    private static final int MANY = 10_000;

    public Limits {
        if (fuel.isPresent() && fuel.getAsLong() < 0) {
            throw new IllegalArgumentException("expected an amount of fuel from 0, found " + fuel.getAsLong());
        }
    }

    /**
     * 1 GiB of memory, no deadline, no bound on fuel, 10 million table elements, 1 million handles; 10,000 core instances,
     * memories and tables each, which no composition comes near.
     */
    public static Limits defaults() {
        return new Limits(1L << 30, Optional.empty(), OptionalLong.empty(), 10_000_000, 1_000_000, MANY, MANY, MANY);
    }

    /** For one of many requests or messages: 128 MiB of memory, 30 seconds, 100,000 table elements, 10,000 handles. */
    public static Limits forRequests() {
        return defaults()
                .withMemoryBytes(128L << 20)
                .withDeadline(Duration.ofSeconds(30))
                .withTableElements(100_000)
                .withHandles(10_000);
    }

    public Limits withMemoryBytes(long bytes) {
        return new Limits(bytes, deadline, fuel, tableElements, handles, coreInstances, memories, tables);
    }

    public Limits withDeadline(Duration each) {
        return new Limits(
                memoryBytes, Optional.of(each), fuel, tableElements, handles, coreInstances, memories, tables);
    }

    /**
     * Ends each call after so many function entries and iterations of loops, the same number for the same input and code. A
     * loop counts when it has gone on for 1,024 iterations and when its function returns: each function that is under way
     * may have gone that much further. What a function that is interpreted counts instead is said in {@code docs/limits.md}.
     */
    public Limits withFuel(long each) {
        return new Limits(
                memoryBytes, deadline, OptionalLong.of(each), tableElements, handles, coreInstances, memories, tables);
    }

    public Limits withTableElements(int elements) {
        return new Limits(memoryBytes, deadline, fuel, elements, handles, coreInstances, memories, tables);
    }

    public Limits withCoreInstances(int most) {
        return new Limits(memoryBytes, deadline, fuel, tableElements, handles, most, memories, tables);
    }

    public Limits withMemories(int most) {
        return new Limits(memoryBytes, deadline, fuel, tableElements, handles, coreInstances, most, tables);
    }

    public Limits withTables(int most) {
        return new Limits(memoryBytes, deadline, fuel, tableElements, handles, coreInstances, memories, most);
    }

    public Limits withHandles(int open) {
        return new Limits(memoryBytes, deadline, fuel, tableElements, open, coreInstances, memories, tables);
    }
}
