package dev.belay.compose.internal.wac.syntax;

import dev.belay.wit.error.Span;
import dev.belay.wit.name.Version;
import dev.belay.wit.syntax.Id;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a package is called: {@code wasi:http@0.2.6}.
 *
 * @param parts at least two
 */
public record PackageRef(List<Id> parts, Optional<Version> version, Span span) {
    public PackageRef {
        parts = List.copyOf(parts);
    }

    public String unversioned() {
        return parts.stream().map(Id::name).collect(Collectors.joining(":"));
    }

    @Override
    public String toString() {
        return unversioned() + version.map(v -> "@" + v).orElse("");
    }
}
