package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Item;
import java.util.HashMap;
import java.util.Map;

/** The names that a file gives to interfaces and worlds by top-level {@code use}; a nested package has its own. */
final class FileScope {
    private final PackageScope owner;
    final Map<String, Item.Use> uses = new HashMap<>();

    FileScope(PackageScope owner) {
        this.owner = owner;
    }

    PackageScope owner() {
        return owner;
    }
}
