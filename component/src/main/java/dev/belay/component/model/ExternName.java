package dev.belay.component.model;

import java.util.List;

/**
 * The name of an import or export, with its attributes.
 *
 * @param name a plain name ({@code a}, {@code [method]r.m}) or an interface name ({@code ns:pkg/iface@1.0.0})
 * @param attributes in their order; empty for almost every name
 * @param form the leading byte of the encoding (0, 1 or 2), which says nothing more than whether attributes follow
 */
public record ExternName(String name, List<Attribute> attributes, int form) {
    public ExternName {
        attributes = List.copyOf(attributes);
    }

    public static ExternName of(String name) {
        return new ExternName(name, List.of(), 0);
    }

    /** What a name can carry beside itself. */
    public sealed interface Attribute {
        /** The instance under a plain name has the type of this interface. */
        record Implements(String interfaceName) implements Attribute {}

        /** What {@code @1} or {@code @0.2} in the name leaves out of the full version. */
        record VersionSuffix(String suffix) implements Attribute {}

        record ExternalId(String id) implements Attribute {}
    }
}
