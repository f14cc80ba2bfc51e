package dev.belay.compose.internal.componentize;

import dev.belay.wit.name.InterfaceName;
import java.util.Collection;
import java.util.Optional;

/** Finds interfaces by names whose versions need only be compatible. */
final class Versions {
    private Versions() {}

    /** Of {@code names} the one that is {@code wanted}, else the first that is compatible with it. */
    static Optional<String> find(String wanted, Collection<String> names) {
        return names.contains(wanted)
                ? Optional.of(wanted)
                : names.stream().filter(name -> same(name, wanted)).findFirst();
    }

    /** Whether one can stand for the other: their names are equal, and their versions compatible. */
    static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /** What compatible names have in common. */
    static String key(String name) {
        return StandardNames.canonical(name);
    }

    static String higher(String one, String other) {
        var a = InterfaceName.parse(one).flatMap(InterfaceName::version);
        var b = InterfaceName.parse(other).flatMap(InterfaceName::version);
        return a.isPresent() && b.isPresent() && b.get().compareTo(a.get()) > 0 ? other : one;
    }
}
