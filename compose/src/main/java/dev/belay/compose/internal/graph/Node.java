package dev.belay.compose.internal.graph;

import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import dev.belay.component.type.Substitution;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A component that is instantiated. Equal to itself only. */
public final class Node {
    private final String label;
    private final Part part;
    private final Map<String, Value> arguments;
    private final Substitution bound;

    Node(String label, Part part, Map<String, Value> arguments, Substitution bound) {
        this.label = label;
        this.part = part;
        this.arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        this.bound = bound;
    }

    /** For people; several nodes can have the same. */
    public String label() {
        return label;
    }

    public Part part() {
        return part;
    }

    /** By the names of imports. Imports that are not among them are imported by the whole. */
    public Map<String, Value> arguments() {
        return arguments;
    }

    /** The type of an export, with the resource types of the arguments. */
    public Optional<ExternType> export(String name) {
        return Optional.ofNullable(part.type().exports().get(name)).map(bound::apply);
    }

    ExternType.Instance type() {
        return new ExternType.Instance(bound.apply(new InstanceType(part.type().exports())));
    }

    @Override
    public String toString() {
        return label;
    }
}
