package dev.belay.runtime;

import java.util.Optional;

/**
 * One instance of a component. Confined to one call at a time: a second call while one runs, from any thread, is an
 * {@link IllegalStateException}. After a trap every call is a trap.
 */
public final class Instance implements AutoCloseable {

    /**
     * A function that the component exports at its top level.
     *
     * @param name such as {@code add}
     */
    public Optional<ComponentFunction> function(String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * A function of an exported interface.
     *
     * @param interfaceName such as {@code wasi:cli/run@0.2.0}; any compatible version is found
     */
    public Optional<ComponentFunction> function(String interfaceName, String name) {
        throw new UnsupportedOperationException();
    }

    /** The host state given when the instance was made. */
    public InstanceState state() {
        throw new UnsupportedOperationException();
    }

    public Component component() {
        throw new UnsupportedOperationException();
    }

    /** Drops the host resources that the guest still holds, running their destructors. Guest code is not run. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
