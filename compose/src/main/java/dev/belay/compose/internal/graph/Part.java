package dev.belay.compose.internal.graph;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.ExternName;
import dev.belay.component.model.Section;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.compose.ComposeException;
import java.util.Optional;

/**
 * One of the components that are composed. Equal to itself only: the same component may take part twice.
 */
public final class Part {
    private final String name;
    private final byte[] bytes;
    private final ComponentBinary binary;
    private final ComponentType type;

    private Part(String name, byte[] bytes, ComponentBinary binary, ComponentType type) {
        this.name = name;
        this.bytes = bytes;
        this.binary = binary;
        this.type = type;
    }

    /**
     * Checks all that composing relies on: everything but the code of core modules, which whoever runs them checks again.
     *
     * @throws ComposeException if the bytes are no valid component
     */
    public static Part of(String name, byte[] bytes) {
        try {
            ComponentBinary binary = ComponentDecoder.decode(bytes);
            return new Part(name, bytes, binary, ComponentValidator.validate(binary, _ -> {}));
        } catch (InvalidComponentException e) {
            throw new ComposeException(name + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    /** Not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    public ComponentBinary binary() {
        return binary;
    }

    public ComponentType type() {
        return type;
    }

    /** The name of an export as the binary has it, attributes included. */
    public ExternName exportName(String export) {
        return binary.sections().stream()
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
