package dev.belay.component.validate;

import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ComponentType;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * A component that was read and breaks no rule; only the code of its core modules is still to be checked, by whoever runs them.
 * Who has one need not check it again, however often it becomes part of another. Immutable.
 */
public final class ValidComponent {
    private final Bytes bytes;
    private final ComponentBinary binary;
    private final ComponentType type;
    private final int nesting;

    private ValidComponent(Bytes bytes, ComponentBinary binary, Checked checked) {
        this.bytes = bytes;
        this.binary = binary;
        this.type = checked.type();
        this.nesting = checked.nesting();
    }

    /** @param nesting how many components and types are within each other */
    private record Checked(ComponentType type, int nesting) {}

    /**
     * @param bytes are kept: they must not be written to again
     * @throws dev.belay.component.InvalidComponentException if they are no component, or one that breaks a rule
     */
    public static ValidComponent of(byte[] bytes) {
        ComponentBinary binary = ComponentDecoder.decode(bytes);
        return new ValidComponent(Bytes.of(bytes), binary, check(binary, new IdentityHashMap<>()));
    }

    /**
     * A component that was made of others.
     *
     * @param made may have the very {@link #binary} of a part within it, which is not checked again
     * @throws dev.belay.component.InvalidComponentException if it breaks a rule
     */
    public static ValidComponent of(ComponentBinary made, Collection<ValidComponent> parts) {
        var known = new IdentityHashMap<ComponentBinary, ValidComponent>();
        parts.forEach(part -> known.put(part.binary, part));
        Checked checked = check(made, known);
        return new ValidComponent(Bytes.of(ComponentEncoder.encode(made)), made, checked);
    }

    private static Checked check(ComponentBinary binary, IdentityHashMap<ComponentBinary, ValidComponent> known) {
        var validation = Validation.start(_ -> {}, binaryPart -> Optional.ofNullable(known.get(binaryPart)));
        var checker = new ComponentChecker(Scope.outermost(validation));
        ComponentType type = checker.check(binary, binary.bytes().offset());
        return new Checked(type, validation.nesting().deepest());
    }

    /** The whole of it, as a file. */
    public Bytes bytes() {
        return bytes;
    }

    /** Its sections. Of one that was made, they do not know where they are in the bytes. */
    public ComponentBinary binary() {
        return binary;
    }

    /** What it imports and exports. */
    public ComponentType type() {
        return type;
    }

    /** How many components and types are within each other in it; 0 if there are none. */
    int nesting() {
        return nesting;
    }
}
