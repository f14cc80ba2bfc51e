package dev.belay.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one instance may use.
 *
 * @param memoryBytes linear memory, all memories of the instance together; growing past it fails as {@code memory.grow}
 *     does (the guest sees -1), and a minimum past it is a trap. What linear memory leaves of it is for objects of the
 *     collected heap (structs and arrays), counted about as {@code docs/limits.md} says; going past it is a trap
 * @param deadline of each call; going past it is a trap
 * @param fuel of each call, in function entries and iterations of loops, of all parts of a composition together; going past
 *     it is a trap. See {@link #withFuel}.
 * @param stackDepth calls within calls, of each core instance; going past it is a trap. See {@link #withStackDepth}.
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
        int stackDepth,
        int tableElements,
        int handles,
        int coreInstances,
        int memories,
        int tables) {
    private static final int MANY = 10_000;
    /** More than a stack of 8 MiB has room for, and than any toolchain's programs need. */
    private static final int DEEP = 1_000_000;

    public Limits {
        if (fuel.isPresent() && fuel.getAsLong() < 0) {
            throw new IllegalArgumentException("expected an amount of fuel from 0, found " + fuel.getAsLong());
        }
        if (stackDepth < 0) {
            throw new IllegalArgumentException("expected a depth from 0, found " + stackDepth);
        }
    }

    /**
     * 1 GiB of memory, no deadline, no bound on fuel, 1 million calls within each other, which is what the thread's stack
     * allows; 10 million table elements, 1 million handles; 10,000 core instances, memories and tables each, which no
     * composition comes near.
     */
    public static Limits defaults() {
        return new Limits(1L << 30, Optional.empty(), OptionalLong.empty(), DEEP, 10_000_000, 1_000_000, MANY, MANY, MANY);
    }

    /**
     * For one of many requests or messages: 128 MiB of memory, 30 seconds, 50,000 calls within each other, 100,000 table
     * elements, 10,000 handles.
     */
    public static Limits forRequests() {
        return defaults()
                .withMemoryBytes(128L << 20)
                .withDeadline(Duration.ofSeconds(30))
                .withStackDepth(50_000)
                .withTableElements(100_000)
                .withHandles(10_000);
    }

    public Limits withMemoryBytes(long bytes) {
        return new Limits(bytes, deadline, fuel, stackDepth, tableElements, handles, coreInstances, memories, tables);
    }

    public Limits withDeadline(Duration each) {
        return new Limits(
                memoryBytes, Optional.of(each), fuel, stackDepth, tableElements, handles, coreInstances, memories, tables);
    }

    /**
     * Ends each call after so many function entries and iterations of loops, the same number for the same input and code. A
     * loop counts when it has gone on for 1,024 iterations and when its function returns: each function that is under way
     * may have gone that much further. What a function that is interpreted counts instead is said in {@code docs/limits.md}.
     */
    public Limits withFuel(long each) {
        return new Limits(
                memoryBytes, deadline, OptionalLong.of(each), stackDepth, tableElements, handles, coreInstances, memories, tables);
    }

    /**
     * Ends a call that goes deeper, in functions of one core instance that have called and not returned. A function that calls
     * none is not counted; tail calls are, up to 256 of them. The thread's stack may end before, as deep as the JVM's frames
     * let it: that is a trap of the same kind.
     */
    public Limits withStackDepth(int calls) {
        return new Limits(
                memoryBytes, deadline, fuel, calls, tableElements, handles, coreInstances, memories, tables);
    }

    public Limits withTableElements(int elements) {
        return new Limits(memoryBytes, deadline, fuel, stackDepth, elements, handles, coreInstances, memories, tables);
    }

    public Limits withCoreInstances(int most) {
        return new Limits(memoryBytes, deadline, fuel, stackDepth, tableElements, handles, most, memories, tables);
    }

    public Limits withMemories(int most) {
        return new Limits(memoryBytes, deadline, fuel, stackDepth, tableElements, handles, coreInstances, most, tables);
    }

    public Limits withTables(int most) {
        return new Limits(memoryBytes, deadline, fuel, stackDepth, tableElements, handles, coreInstances, memories, most);
    }

    public Limits withHandles(int open) {
        return new Limits(memoryBytes, deadline, fuel, stackDepth, tableElements, open, coreInstances, memories, tables);
    }
}
