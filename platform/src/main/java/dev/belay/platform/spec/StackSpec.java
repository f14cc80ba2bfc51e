package dev.belay.platform.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A harness: the components around an application.
 *
 * @param contract the interface that an application has to export, if one is asked for
 * @param upper brings the triggers, and imports the contract
 * @param lower below the application: they export what it imports
 * @param middleware between the two, in the order that a call goes through them
 */
public record StackSpec(
        String name, Optional<String> contract, Part upper, List<Part> lower, List<Part> middleware) {
    public StackSpec {
        lower = List.copyOf(lower);
        middleware = List.copyOf(middleware);
    }

    /** All that it is made of. */
    public Stream<Part> parts() {
        return Stream.of(Stream.of(upper), lower.stream(), middleware.stream()).flatMap(its -> its);
    }

    public StackSpec withUpper(Part other) {
        return new StackSpec(name, contract, other, lower, middleware);
    }
}
