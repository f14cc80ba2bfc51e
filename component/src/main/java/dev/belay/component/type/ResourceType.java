package dev.belay.component.type;

import org.jspecify.annotations.Nullable;

/**
 * The identity of a resource type: equal to itself only. The name is for messages.
 *
 * <p>While a component is validated, one resource type can have several objects, one for each name under which it is
 * imported or exported, since a type is visible outside by some of its names only. They share their {@link #origin()}.
 * Finished types hold origins alone.
 */
public final class ResourceType implements AnyType {
    private final String name;
    private final ResourceType origin;

    private ResourceType(String name, @Nullable ResourceType origin) {
        this.name = name;
        this.origin = origin == null ? this : origin;
    }

    /** A new resource type, unequal to every other. */
    public static ResourceType fresh(String name) {
        return new ResourceType(name, null);
    }

    /** The same resource type under another name. */
    public ResourceType renamed(String other) {
        return new ResourceType(other, origin);
    }

    /** The resource type itself, which all its names have in common. */
    public ResourceType origin() {
        return origin;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return "resource " + name;
    }
}
