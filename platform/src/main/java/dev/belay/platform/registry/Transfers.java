package dev.belay.platform.registry;

/** Is told how far a transfer is; from any thread, one call after the other for each component. */
@FunctionalInterface
public interface Transfers {
    /**
     * @param bytes that have moved of it
     * @param of all its bytes
     */
    void moved(Reference reference, long bytes, long of);

    /** Nobody wants to know. */
    static Transfers unwatched() {
        return (_, _, _) -> {};
    }
}
