package dev.belay.component.wit;

import dev.belay.component.type.InstanceType;
import java.util.Optional;

/**
 * The component types of the interfaces of WIT packages.
 *
 * <p>One of these gives each resource of its packages one identity, shared by all interfaces that use it.
 */
public final class WitTypes {
    private WitTypes() {}

    /**
     * @param sources the text of WIT files, one package (with its dependencies among the other sources) or many
     * @throws RuntimeException a WIT error with its position, if the text is wrong
     */
    public static WitTypes parse(String... sources) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param name such as {@code wasi:io/streams@0.2.6}, with the version its package declares
     */
    public Optional<InstanceType> interfaceType(String name) {
        throw new UnsupportedOperationException();
    }
}
