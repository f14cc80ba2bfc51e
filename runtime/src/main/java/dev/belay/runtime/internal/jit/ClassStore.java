package dev.belay.runtime.internal.jit;

import java.util.Optional;

/** Where the classes of one module are kept beyond this process. Used by threads at the same time. */
public interface ClassStore {
    /** Keeps nothing. */
    ClassStore NONE = new ClassStore() {
        @Override
        public Optional<byte[]> find(String name) {
            return Optional.empty();
        }

        @Override
        public void made(String name, byte[] bytes) {
            // not kept
        }
    };

    /**
     * A class that was kept before.
     *
     * @param name without its package
     */
    Optional<byte[]> find(String name);

    /** Is told of a class that was not found, and had to be made. */
    void made(String name, byte[] bytes);
}
