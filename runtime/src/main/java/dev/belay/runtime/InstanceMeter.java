package dev.belay.runtime;

import java.util.OptionalLong;

/**
 * Is told what instances use, on their threads and as they do: has to be quick, and must not throw. Thread-safe.
 *
 * <p>Each instance is {@linkplain #made} and {@linkplain #closed} once, one that could not be made as well.
 */
public interface InstanceMeter {
    /**
     * An instance takes more linear memory: what it begins with, or what it grows by.
     *
     * @param bytes less than 0 for what it gives back, as it does with all when it ends
     */
    void memory(long bytes);

    /** An instance was refused memory because of its {@linkplain Limits#memoryBytes limit}. */
    void memoryRefused();

    /** @param fuel that the making took, if there is a limit on it */
    void made(OptionalLong fuel);

    /**
     * A call of an instance ended, one way or the other.
     *
     * @param memoryBytes linear memory that the instance has then: as memories do not shrink, the most that it had
     * @param fuel that the call took, if there is a limit on it
     */
    void called(long memoryBytes, OptionalLong fuel);

    /** An instance ended. */
    void closed();
}
