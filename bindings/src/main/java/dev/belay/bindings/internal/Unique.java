package dev.belay.bindings.internal;

import java.util.HashSet;
import java.util.Set;

/** Names of one scope: a second one that comes out the same has {@code _} after it. */
public final class Unique {
    private final Set<String> taken = new HashSet<>();

    public String name(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }
}
