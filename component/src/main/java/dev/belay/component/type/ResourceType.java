package dev.belay.component.type;

/** The identity of a resource type: equal to itself only. The name is for messages. */
public final class ResourceType implements AnyType {
    private final String name;

    private ResourceType(String name) {
        this.name = name;
    }

    /** A new resource type, unequal to every other. */
    public static ResourceType fresh(String name) {
        return new ResourceType(name);
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return "resource " + name;
    }
}
