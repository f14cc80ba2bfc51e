package dev.belay.compose.internal.encode;

import dev.belay.component.type.ResourceType;

/** A type refers to a resource type that nothing before it has brought in. */
public final class UnknownResourceException extends RuntimeException {
    UnknownResourceException(ResourceType resource) {
        super("expected a resource type of an import, found " + resource);
    }
}
