package dev.belay.compose.internal.wac.syntax;

import dev.belay.wit.error.Span;
import dev.belay.wit.syntax.Id;

/** Something of a package: {@code wasi:http/proxy@0.2.6}. */
public record PackagePath(PackageRef owner, Id name, Span span) {
    @Override
    public String toString() {
        return owner.unversioned() + "/" + name.name() + owner.version().map(v -> "@" + v).orElse("");
    }
}
