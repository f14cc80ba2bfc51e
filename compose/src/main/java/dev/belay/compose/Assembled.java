package dev.belay.compose;

import dev.belay.component.type.ComponentType;

/** A component, and its type. */
record Assembled(Composition composition, ComponentType type) {}
