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

    /** An instance was refused memory, because of its {@linkplain Limits#memoryBytes limit} or by {@link #claim}. */
    void memoryRefused();

    /**
     * An instance needs more of the host's memory to itself, for what it has written to: asked in whole MiB, and not for the first
     * 256 KiB. What it has not written to, and what several share, is not in it.
     *
     * @return whether it may have it; otherwise the call is a trap
     */
    default boolean claim(long bytes) {
        return true;
    }

    /** An instance ended that had so much by {@link #claim}. */
    default void release(long bytes) {}

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
