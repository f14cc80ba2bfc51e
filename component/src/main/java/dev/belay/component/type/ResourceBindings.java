package dev.belay.component.type;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** What the resource variables of the actual and of the expected type stand for. */
final class ResourceBindings {
    private final Map<ResourceType, ResourceType> actual;
    private final Map<ResourceType, ResourceType> expected;
    private final Optional<ResourceBindings> outer;

    private ResourceBindings(
            Map<ResourceType, ResourceType> actual,
            Map<ResourceType, ResourceType> expected,
            Optional<ResourceBindings> outer) {
        this.actual = actual;
        this.expected = expected;
        this.outer = outer;
    }

    static ResourceBindings empty() {
        return new ResourceBindings(new IdentityHashMap<>(), new IdentityHashMap<>(), Optional.empty());
    }

    /** The same bindings, seen with the roles exchanged. */
    ResourceBindings reversed() {
        return new ResourceBindings(expected, actual, outer.map(ResourceBindings::reversed));
    }

    /** A scope within these: what is bound there is not bound here. */
    ResourceBindings within() {
        return new ResourceBindings(new IdentityHashMap<>(), new IdentityHashMap<>(), Optional.of(this));
    }

    /** From here on the expected type's {@code variable} is the actual type's {@code resource}. */
    void bind(ResourceType variable, ResourceType resource) {
        expected.put(variable.origin(), ofActual(resource));
    }

    boolean same(ResourceType actual, ResourceType expected) {
        return ofActual(actual).origin() == ofExpected(expected).origin();
    }

    Map<ResourceType, ResourceType> ofExpected() {
        return expected;
    }

    private ResourceType ofActual(ResourceType resource) {
        ResourceType found = actual.get(resource.origin());
        return found != null ? found : outer.map(o -> o.ofActual(resource)).orElse(resource);
    }

    private ResourceType ofExpected(ResourceType resource) {
        ResourceType found = expected.get(resource.origin());
        return found != null ? found : outer.map(o -> o.ofExpected(resource)).orElse(resource);
    }
}
