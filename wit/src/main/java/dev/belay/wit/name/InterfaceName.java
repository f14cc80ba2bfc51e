package dev.belay.wit.name;

import java.util.Optional;

/**
 * The name of an interface (or world) within a package: {@code wasi:io/streams@0.2.6}.
 *
 * @param namespace {@code wasi}
 * @param packageName {@code io}
 * @param name {@code streams}
 * @param version {@code 0.2.6}
 */
public record InterfaceName(String namespace, String packageName, String name, Optional<Version> version) {

    /** The parts of {@code text}, or empty if it has no colon and slash where they belong or its version is none. */
    public static Optional<InterfaceName> parse(String text) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/', colon + 1);
        if (colon <= 0 || slash <= colon + 1) {
            return Optional.empty();
        }
        int at = text.indexOf('@', slash);
        String name = at < 0 ? text.substring(slash + 1) : text.substring(slash + 1, at);
        Optional<Version> version = at < 0 ? Optional.empty() : Version.parse(text.substring(at + 1));
        if (name.isEmpty() || (at >= 0 && version.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new InterfaceName(text.substring(0, colon), text.substring(colon + 1, slash), name, version));
    }

    /** The name without its version. */
    public String unversioned() {
        return namespace + ":" + packageName + "/" + name;
    }

    /** Whether an import of one of the two can be met by an export of the other, as far as names say. */
    public boolean compatibleWith(InterfaceName other) {
        if (!unversioned().equals(other.unversioned())) {
            return false;
        }
        if (version.isEmpty() || other.version.isEmpty()) {
            return version.isEmpty() && other.version.isEmpty();
        }
        return version.get().compatibleWith(other.version.get());
    }

    @Override
    public String toString() {
        return unversioned() + version.map(v -> "@" + v).orElse("");
    }
}
