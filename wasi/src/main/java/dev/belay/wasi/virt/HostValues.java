package dev.belay.wasi.virt;

import java.util.Set;

/** Which of the host's variables, or configuration, are let through; in the order that the harness knows them by. */
public record HostValues(Kind kind, Set<String> names) {
    /** How the names are meant. */
    public enum Kind {
        NONE,
        ONLY,
        ALL_BUT
    }

    public HostValues {
        names = Set.copyOf(names);
    }

    public static HostValues none() {
        return new HostValues(Kind.NONE, Set.of());
    }

    public static HostValues only(Set<String> names) {
        return new HostValues(names.isEmpty() ? Kind.NONE : Kind.ONLY, names);
    }

    public static HostValues allBut(Set<String> names) {
        return new HostValues(Kind.ALL_BUT, names);
    }

    boolean any() {
        return kind != Kind.NONE;
    }
}
