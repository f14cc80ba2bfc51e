package dev.belay.wit.resolve;

import dev.belay.wit.name.Version;
import dev.belay.wit.syntax.Ast;
import java.util.Optional;

/** Which package: {@code wasi:io@0.2.6}. */
public record PackageId(String namespace, String name, Optional<Version> version) {
    static PackageId of(Ast.PackageName name) {
        return new PackageId(name.namespace().name(), name.name().name(), name.version());
    }

    /** The name of an interface or world of this package: {@code wasi:io/streams@0.2.6}. */
    public String qualify(String item) {
        return namespace + ":" + name + "/" + item + version.map(v -> "@" + v).orElse("");
    }

    @Override
    public String toString() {
        return namespace + ":" + name + version.map(v -> "@" + v).orElse("");
    }
}
