package dev.belay.component.binary;

import dev.belay.component.model.ComponentBinary;

/** Encodes components. */
public final class ComponentEncoder {
    private ComponentEncoder() {}

    public static byte[] encode(ComponentBinary component) {
        throw new UnsupportedOperationException();
    }
}
