package dev.belay.runtime;

import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ComponentType;
import java.io.IOException;
import java.nio.file.Path;

/** A component, loaded and validated; immutable, and shared by all its instances and by threads. */
public final class Component {

    private Component() {}

    /**
     * @throws dev.belay.component.InvalidComponentException if the bytes are no valid component
     */
    public static Component load(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    /**
     * @throws dev.belay.component.InvalidComponentException if the file is no valid component
     */
    public static Component load(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** What it imports and exports. */
    public ComponentType type() {
        throw new UnsupportedOperationException();
    }

    public ComponentBinary binary() {
        throw new UnsupportedOperationException();
    }
}
