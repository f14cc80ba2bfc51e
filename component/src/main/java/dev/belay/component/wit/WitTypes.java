package dev.belay.component.wit;

import dev.belay.component.type.InstanceType;
import dev.belay.wit.Source;
import dev.belay.wit.resolve.Packages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The component types of the interfaces of WIT packages.
 *
 * <p>One of these gives each resource of its packages one identity, shared by all interfaces that use it. Items behind any
 * feature gate are part of the interfaces: a host that offers more than is asked for does no harm. Thread-safe.
 */
public final class WitTypes {
    private final Packages packages;
    private final Map<String, InterfaceTypes> known = new HashMap<>();

    private WitTypes(Packages packages) {
        this.packages = packages;
    }

    /**
     * @param sources the text of WIT files, one package (with its dependencies among the other sources) or many
     * @throws dev.belay.wit.WitException with its position, if the text is wrong
     */
    public static WitTypes parse(String... sources) {
        List<Source> named = new ArrayList<>();
        for (String source : sources) {
            named.add(new Source("source " + (named.size() + 1), source));
        }
        return of(Packages.parse(named));
    }

    public static WitTypes of(Packages packages) {
        return new WitTypes(packages);
    }

    /**
     * @param name such as {@code wasi:io/streams@0.2.6}, with the version its package declares
     * @throws dev.belay.wit.WitException with its position, if the interface uses what does not exist
     */
    public synchronized Optional<InstanceType> interfaceType(String name) {
        return packages.findInterface(name).map(found -> types(found).instanceType());
    }

    synchronized InterfaceTypes types(dev.belay.wit.resolve.ResolvedInterface of) {
        InterfaceTypes types = known.get(of.name());
        if (types == null) {
            types = new InterfaceTypes(this, packages, of);
            known.put(of.name(), types);
        }
        return types;
    }
}
