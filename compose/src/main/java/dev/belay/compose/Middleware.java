package dev.belay.compose;

import dev.belay.component.type.ExternType;
import dev.belay.compose.Wiring.Source;
import dev.belay.compose.internal.graph.Part;
import dev.belay.wit.name.InterfaceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parts that import and export the same interface, in the order in which a call goes through them. A call of an interface
 * goes to the first that wraps it, from each to the next, and from the last to whoever would have been called without them.
 */
final class Middleware {
    private final List<Part> parts;

    private Middleware(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * @throws ComposeException if one of them does not import what it exports
     */
    static Middleware of(List<Part> parts) {
        for (Part part : parts) {
            if (part.type().exports().keySet().stream().noneMatch(name -> wraps(part, name))) {
                throw new ComposeException(part + ": expected a component that imports and exports the same interface, to be"
                        + " put between two others, found imports " + part.type().imports().keySet() + " and exports "
                        + part.type().exports().keySet());
            }
        }
        return new Middleware(List.copyOf(parts));
    }

    List<Part> parts() {
        return parts;
    }

    /** The first that wraps what is imported, or exported, by that name. */
    Optional<Source> first(String name) {
        return from(0, name);
    }

    /** The next behind {@code part}. */
    Optional<Source> after(Part part, String name) {
        return from(parts.indexOf(part) + 1, name);
    }

    /** Whether {@code part} is one of them, and passes on what it imports by that name. */
    boolean passesOn(Part part, String name) {
        return parts.contains(part) && wraps(part, name);
    }

    private Optional<Source> from(int index, String name) {
        return parts.subList(index, parts.size()).stream()
                .filter(part -> wraps(part, name))
                .findFirst()
                .map(part -> new Source(part, named(part.type().exports(), name).orElseThrow()));
    }

    private static boolean wraps(Part part, String name) {
        return named(part.type().exports(), name).isPresent() && named(part.type().imports(), name).isPresent();
    }

    /** The name itself, or the highest version of it that is compatible. */
    static Optional<String> named(Map<String, ExternType> among, String name) {
        return among.containsKey(name) ? Optional.of(name) : Targets.highest(name, among);
    }
}
