package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Meta;
import dev.belay.wit.syntax.PackageName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A world: what a component may import and must export. */
public final class WitWorld {
    private final String name;
    private final WitPackage owner;
    private final Meta meta;
    /** As written (with what is included), before what interfaces need is added. */
    final Map<String, WorldItem> declaredImports = new LinkedHashMap<>();

    final Map<String, WorldItem> declaredExports = new LinkedHashMap<>();
    Map<String, WorldItem> imports = Map.of();
    Map<String, WorldItem> exports = Map.of();

    WitWorld(String name, WitPackage owner, Meta meta) {
        this.name = name;
        this.owner = owner;
        this.meta = meta;
    }

    public String name() {
        return name;
    }

    public WitPackage owner() {
        return owner;
    }

    public Meta meta() {
        return meta;
    }

    public String fullName() {
        return fullName(owner.name(), name);
    }

    /**
     * Its imports by the names that components give them ({@code wasi:io/streams@0.2.6}, {@code log}), its types
     * included, each after all that it needs.
     */
    public Map<String, WorldItem> imports() {
        return Collections.unmodifiableMap(imports);
    }

    /** Its exports by the names that components give them, each after all that it needs. */
    public Map<String, WorldItem> exports() {
        return Collections.unmodifiableMap(exports);
    }

    @Override
    public String toString() {
        return "world " + fullName();
    }

    static String fullName(PackageName owner, String name) {
        String bare = owner.namespace().name().concat(":").concat(owner.name().name()).concat("/").concat(name);
        return owner.version().isEmpty() ? bare : bare.concat("@").concat(owner.version().get().toString());
    }
}
