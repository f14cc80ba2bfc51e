package dev.belay.wit.resolve;

import dev.belay.wit.syntax.Meta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An interface: of a package, under a name, or written within a world, under none. */
public final class WitInterface {
    private final Optional<String> name;
    private final WitPackage owner;
    private final Meta meta;
    final Map<String, WitType> types = new LinkedHashMap<>();
    final Map<String, WitFunction> functions = new LinkedHashMap<>();
    final Set<WitInterface> dependencies = new LinkedHashSet<>();

    WitInterface(Optional<String> name, WitPackage owner, Meta meta) {
        this.name = name;
        this.owner = owner;
        this.meta = meta;
    }

    /** Its name within its package; empty if it was written within a world. */
    public Optional<String> name() {
        return name;
    }

    /** The package whose text defines it. */
    public WitPackage owner() {
        return owner;
    }

    public Meta meta() {
        return meta;
    }

    /** Its name as components import it, such as {@code wasi:io/streams@0.2.6}. */
    public Optional<String> fullName() {
        return name.map(n -> WitWorld.fullName(owner.name(), n));
    }

    /** Its types by name, those it uses from other interfaces included; each after all that it needs. */
    public Map<String, WitType> types() {
        return Collections.unmodifiableMap(types);
    }

    /** Its functions by the names that components give them, such as {@code [method]input-stream.read}. */
    public Map<String, WitFunction> functions() {
        return Collections.unmodifiableMap(functions);
    }

    /** The interfaces whose types it uses, without those that they use. */
    public Set<WitInterface> dependencies() {
        return Collections.unmodifiableSet(dependencies);
    }

    @Override
    public String toString() {
        return "interface " + fullName().orElse("(without a name)");
    }
}
