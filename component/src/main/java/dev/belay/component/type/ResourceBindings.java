package dev.belay.component.type;

import java.util.IdentityHashMap;
import java.util.Map;

/** What the resource variables of the actual and of the expected type stand for. */
final class ResourceBindings {
    private final Map<ResourceType, ResourceType> actual;
    private final Map<ResourceType, ResourceType> expected;

    private ResourceBindings(Map<ResourceType, ResourceType> actual, Map<ResourceType, ResourceType> expected) {
        this.actual = actual;
        this.expected = expected;
    }

    static ResourceBindings empty() {
        return new ResourceBindings(new IdentityHashMap<>(), new IdentityHashMap<>());
    }

    /** The same bindings, seen with the roles exchanged. */
    ResourceBindings reversed() {
        return new ResourceBindings(expected, actual);
    }

    ResourceBindings copy() {
        return new ResourceBindings(new IdentityHashMap<>(actual), new IdentityHashMap<>(expected));
    }

    /** From here on the expected type's {@code variable} is the actual type's {@code resource}. */
    void bind(ResourceType variable, ResourceType resource) {
        expected.put(variable.origin(), ofActual(resource));
    }

    boolean same(ResourceType actual, ResourceType expected) {
        return ofActual(actual).origin()
                == this.expected.getOrDefault(expected.origin(), expected).origin();
    }

    Map<ResourceType, ResourceType> ofExpected() {
        return expected;
    }

    private ResourceType ofActual(ResourceType resource) {
        return actual.getOrDefault(resource.origin(), resource);
    }
}
