package dev.belay.runtime;

/** A component whose imports are met: makes instances. Thread-safe. */
public final class LinkedComponent {

    public Instance instantiate() {
        return instantiate(InstanceState.empty(), Limits.defaults());
    }

    /**
     * Makes a fresh instance, isolated from all others.
     *
     * @throws Trap if a start function traps or a limit is too small
     */
    public Instance instantiate(InstanceState state, Limits limits) {
        throw new UnsupportedOperationException();
    }

    public Component component() {
        throw new UnsupportedOperationException();
    }
}
