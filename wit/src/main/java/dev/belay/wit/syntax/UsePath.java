package dev.belay.wit.syntax;

import java.util.Optional;

/** What an interface or world is called: {@code streams} or {@code wasi:io/streams@0.2.6}. */
public record UsePath(Optional<PackageName> packageName, Id name) {
    public static UsePath local(Id name) {
        return new UsePath(Optional.empty(), name);
    }

    @Override
    public String toString() {
        if (packageName.isEmpty()) {
            return name.name();
        }
        PackageName p = packageName.get();
        return p.namespace() + ":" + p.name() + "/" + name.name()
                + p.version().map(v -> "@" + v).orElse("");
    }
}
