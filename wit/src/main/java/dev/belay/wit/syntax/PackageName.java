package dev.belay.wit.syntax;

import dev.belay.wit.name.Version;
import java.util.Optional;

/** {@code wasi:io@0.2.6}. */
public record PackageName(Id namespace, Id name, Optional<Version> version) {
    public static PackageName of(String namespace, String name, Optional<Version> version) {
        return new PackageName(Id.of(namespace), Id.of(name), version);
    }

    @Override
    public String toString() {
        String bare = namespace.name() + ":" + name.name();
        return version.isEmpty() ? bare : bare + "@" + version.get();
    }
}
