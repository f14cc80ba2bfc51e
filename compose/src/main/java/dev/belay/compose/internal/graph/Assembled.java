package dev.belay.compose.internal.graph;

import dev.belay.component.type.ComponentType;
import dev.belay.compose.Composition;

/** A component, and its type. */
public record Assembled(Composition composition, ComponentType type) {}
