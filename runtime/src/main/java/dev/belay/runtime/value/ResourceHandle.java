package dev.belay.runtime.value;

/**
 * A resource that a guest implements, held by the host.
 *
 * <p>An owned one is dropped by {@link #close()}, which runs the guest's destructor; after that, and after it was given
 * away as an {@code own} argument, it cannot be used. A borrowed one ends with the call that lent it.
 */
public interface ResourceHandle extends AutoCloseable {
    boolean owned();

    /** Drops an owned resource; does nothing the second time, or to a borrowed one. */
    @Override
    void close();
}
