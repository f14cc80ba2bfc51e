package dev.belay.runtime.internal.bind;

/** What is around a call from the host into an instance. */
public interface HostEntry {
    /** @throws RuntimeException if the call cannot be made */
    void enter();

    void leave();

    /**
     * Leaves after a failure.
     *
     * @return what to throw
     */
    Throwable failed(Throwable thrown);
}
