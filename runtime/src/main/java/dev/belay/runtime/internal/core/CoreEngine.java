package dev.belay.runtime.internal.core;

import dev.belay.component.model.Bytes;

/** Turns core module bytes into modules. */
public interface CoreEngine {
    /**
     * @throws dev.belay.component.InvalidComponentException if the engine cannot take the module
     */
    CoreModule load(Bytes module);
}
