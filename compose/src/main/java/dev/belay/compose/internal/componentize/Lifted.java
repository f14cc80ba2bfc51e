package dev.belay.compose.internal.componentize;

import dev.belay.component.type.FunctionType;
import java.util.Optional;

/**
 * A function of the world's exports, and the core functions it is made of.
 *
 * @param module which module's
 * @param export the core export
 */
record Lifted(CoreInput module, FunctionType type, String export, Optional<String> postReturn) {}
