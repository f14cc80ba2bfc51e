package dev.belay.compose;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.model.ExternName;
import dev.belay.component.type.ComponentType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.component.wit.PackageDocs;
import dev.belay.component.wit.WitTypes;
import dev.belay.compose.internal.encode.ComponentBuilder;
import dev.belay.compose.internal.encode.UnknownResourceException;
import dev.belay.compose.internal.encode.WitDefinitions;
import dev.belay.wit.resolve.WitPackages;

/**
 * Packages of WIT as binaries: a component that exports a type for each interface and world of the package ({@code
 * design/mvp/WIT.md}, "Package Format"). Documentation and feature gates go into a custom section.
 */
public final class WitEncoder {
    private final WitTypes types;
    private final ComponentBuilder builder = new ComponentBuilder();

    private WitEncoder(WitPackages packages) {
        this.types = WitTypes.of(packages);
    }

    /**
     * The root package, with those parts of the others that it refers to.
     *
     * @throws ComposeException if components cannot have a type of it, such as a record without fields
     */
    public static byte[] encode(WitPackages packages) {
        byte[] bytes;
        try {
            bytes = written(packages);
            ComponentValidator.validate(ComponentDecoder.decode(bytes));
        } catch (UnknownResourceException | InvalidComponentException e) {
            throw new ComposeException(
                    "package `" + packages.root().name() + "` cannot be a binary: " + e.getMessage(), e);
        }
        return bytes;
    }

    private static byte[] written(WitPackages packages) {
        var encoder = new WitEncoder(packages);
        packages.root().interfaces().forEach((name, type) -> encoder.add(name, WitDefinitions.of(encoder.types, type)));
        packages.root().worlds().forEach((name, world) -> encoder.add(name, WitDefinitions.of(world)));
        PackageDocs.section(packages.root()).ifPresent(encoder.builder::custom);
        return ComponentEncoder.encode(encoder.builder.build());
    }

    private void add(String name, ComponentType type) {
        builder.export(ExternName.of(name), builder.type(type));
    }
}
