package dev.belay.compose;

import dev.belay.component.InvalidComponentException;
import dev.belay.component.binary.ComponentDecoder;
import dev.belay.component.binary.ComponentEncoder;
import dev.belay.component.model.ExternName;
import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.component.wit.WitTypes;
import dev.belay.compose.internal.encode.ComponentBuilder;
import dev.belay.compose.internal.encode.UnknownResourceException;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.resolve.WitWorld;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Packages of WIT as binaries: a component that exports a type for each interface and world of the package ({@code
 * design/mvp/WIT.md}, "Package Format"). Documentation and feature gates are no part of it.
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
        packages.root().interfaces().forEach((name, type) -> encoder.add(name, encoder.component(type)));
        packages.root().worlds().forEach((name, world) -> encoder.add(name, component(world)));
        return ComponentEncoder.encode(encoder.builder.build());
    }

    private void add(String name, ComponentType type) {
        builder.export(ExternName.of(name), builder.type(type));
    }

    /** What exports the interface, and imports those whose types it uses, each after those that it uses itself. */
    private ComponentType component(WitInterface type) {
        var used = new LinkedHashSet<WitInterface>();
        type.dependencies().forEach(dependency -> collect(dependency, used));
        var imports = new LinkedHashMap<String, ExternType>();
        used.forEach(each -> imports.put(each.fullName().orElseThrow(), instance(each)));
        return new ComponentType(imports, Map.of(type.fullName().orElseThrow(), instance(type)));
    }

    private static void collect(WitInterface type, Set<WitInterface> found) {
        if (!found.contains(type)) {
            type.dependencies().forEach(dependency -> collect(dependency, found));
            found.add(type);
        }
    }

    private ExternType instance(WitInterface type) {
        return new ExternType.Instance(types.interfaceType(type.fullName().orElseThrow()).orElseThrow());
    }

    private static ComponentType component(WitWorld world) {
        return new ComponentType(
                Map.of(), Map.of(world.fullName(), new ExternType.Component(WitTypes.worldType(world))));
    }
}
