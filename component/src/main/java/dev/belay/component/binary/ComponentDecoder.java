package dev.belay.component.binary;

import dev.belay.component.model.ComponentBinary;

/** Decodes component binaries. */
public final class ComponentDecoder {
    private ComponentDecoder() {}

    /**
     * @throws dev.belay.component.InvalidComponentException if the bytes are no component
     */
    public static ComponentBinary decode(byte[] bytes) {
        throw new UnsupportedOperationException();
    }
}
