package dev.belay.runtime;

/** Is told of calls from one component of a composition to another, within an instance. Thread-safe; must not throw. */
@FunctionalInterface
public interface CallObserver {
    /**
     * A call begins.
     *
     * @param call the instance it is in
     * @param function what the called component's core module names it: as tools have it, {@code INTERFACE#FUNCTION}
     * @return is run when the call has ended
     */
    Ended began(HostCall call, String function);

    /** The end of a call. */
    @FunctionalInterface
    interface Ended {
        /** @param failed whether it ended with a trap */
        void ended(boolean failed);
    }
}
