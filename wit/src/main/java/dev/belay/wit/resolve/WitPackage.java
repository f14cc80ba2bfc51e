package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A package: interfaces and worlds by name, in the order of their text. */
public final class WitPackage {
    private final PackageName name;
    private final Meta meta;
    final Map<String, WitInterface> interfaces = new LinkedHashMap<>();
    final Map<String, WitWorld> worlds = new LinkedHashMap<>();

    WitPackage(PackageName name, Meta meta) {
        this.name = name;
        this.meta = meta;
    }

    public PackageName name() {
        return name;
    }

    public Meta meta() {
        return meta;
    }

    public Map<String, WitInterface> interfaces() {
        return Collections.unmodifiableMap(interfaces);
    }

    public Map<String, WitWorld> worlds() {
        return Collections.unmodifiableMap(worlds);
    }

    @Override
    public String toString() {
        return "package " + name;
    }
}
