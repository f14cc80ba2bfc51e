package dev.belay.compose.internal.graph;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Section;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ValidComponent;
import dev.belay.compose.ComposeException;
import java.util.Optional;

/**
 * One of the components that are composed. Equal to itself only: the same component may take part twice.
 */
public final class Part {
    private final String name;
    private final ValidComponent component;

    private Part(String name, ValidComponent component) {
        this.name = name;
        this.component = component;
    }

    /** All that composing relies on was checked; the code of core modules is checked by whoever runs them. */
    public static Part of(String name, ValidComponent component) {
        return new Part(name, component);
    }

    /**
     * @throws ComposeException if the bytes are no valid component
     */
    public static Part of(String name, byte[] bytes) {
        try {
            return of(name, ValidComponent.of(bytes));
        } catch (InvalidComponentException e) {
            throw new ComposeException(name + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    public ValidComponent component() {
        return component;
    }

    public Bytes bytes() {
        return component.bytes();
    }

    public ComponentBinary binary() {
        return component.binary();
    }

    public ComponentType type() {
        return component.type();
    }

    /** The name of an export as the binary has it, attributes included. */
    public ExternName exportName(String export) {
        return binary().sections().stream()
                .flatMap(section -> section.it() instanceof Section.Exports(var items)
                        ? items.stream().map(item -> item.it().name())
                        : Optional.<ExternName>empty().stream())
                .filter(candidate -> candidate.name().equals(export))
                .findFirst()
                .orElseGet(() -> ExternName.of(export));
    }

    @Override
    public String toString() {
        return name;
    }
}
