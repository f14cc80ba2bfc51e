package dev.belay.wit.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packages that refer to each other, the root package first. */
public final class WitPackages {
    private final List<WitPackage> packages;
    private final Map<String, WitInterface> interfaces = new LinkedHashMap<>();
    private final Map<String, WitWorld> worlds = new LinkedHashMap<>();

    WitPackages(List<WitPackage> packages) {
        this.packages = List.copyOf(packages);
        for (WitPackage p : packages) {
            for (Map.Entry<String, WitInterface> i : p.interfaces.entrySet()) {
                interfaces.put(WitWorld.fullName(p.name(), i.getKey()), i.getValue());
            }
            for (Map.Entry<String, WitWorld> w : p.worlds.entrySet()) {
                worlds.put(WitWorld.fullName(p.name(), w.getKey()), w.getValue());
            }
        }
    }

    public List<WitPackage> packages() {
        return packages;
    }

    public WitPackage root() {
        return packages.getFirst();
    }

    /**
     * @param fullName such as {@code wasi:io/streams@0.2.6}
     */
    public Optional<WitInterface> findInterface(String fullName) {
        return Optional.ofNullable(interfaces.get(fullName));
    }

    /**
     * @param fullName such as {@code wasi:cli/command@0.2.6}
     */
    public Optional<WitWorld> findWorld(String fullName) {
        return Optional.ofNullable(worlds.get(fullName));
    }
}
