package dev.belay.wit.resolve;

import dev.belay.wit.Source;
import dev.belay.wit.Span;
import dev.belay.wit.WitError;
import dev.belay.wit.WitException;
import dev.belay.wit.syntax.Ast;
import dev.belay.wit.syntax.WitParser;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The interfaces and worlds of some packages. */
public final class Packages {
    /** Longer chains of top-level {@code use} are taken for cycles. */
    private static final int MAX_USES = 100;

    private final Map<PackageId, Map<String, ResolvedInterface>> interfaces = new LinkedHashMap<>();
    private final Map<PackageId, Map<String, ResolvedWorld>> worlds = new LinkedHashMap<>();

    private Packages() {}

    /**
     * @param sources in any order; files that do not name their package belong to the one that another file names
     * @throws WitException if a file is not WIT, or a name is defined twice
     */
    public static Packages parse(List<Source> sources) {
        List<Ast.File> files = sources.stream().map(WitParser::parse).toList();
        var packages = new Packages();
        Optional<PackageId> main = files.stream()
                .flatMap(f -> f.packageName().stream())
                .findFirst()
                .map(PackageId::of);
        for (Ast.File file : files) {
            Optional<PackageId> own = file.packageName().map(PackageId::of).or(() -> main);
            boolean onlyNested = file.items().stream().allMatch(i -> i instanceof Ast.Package);
            if (own.isEmpty() && !onlyNested) {
                throw new WitException(new WitError.Unexpected(
                        file.span(), "a package declaration such as 'package a:b;' in one of the files", "none"));
            }
            own.ifPresent(id -> packages.add(id, file.items()));
            for (Ast.Item item : file.items()) {
                if (item instanceof Ast.Package nested) {
                    packages.add(PackageId.of(nested.name()), nested.items());
                }
            }
        }
        return packages;
    }

    /** Every package, in the order of the sources. */
    public Collection<PackageId> ids() {
        return Collections.unmodifiableSet(interfaces.keySet());
    }

    public Collection<ResolvedInterface> interfaces(PackageId id) {
        return Collections.unmodifiableCollection(interfaces.getOrDefault(id, Map.of()).values());
    }

    public Collection<ResolvedWorld> worlds(PackageId id) {
        return Collections.unmodifiableCollection(worlds.getOrDefault(id, Map.of()).values());
    }

    /** An interface by its qualified name, with the version of its package. */
    public Optional<ResolvedInterface> findInterface(String qualifiedName) {
        return interfaces.values().stream()
                .flatMap(m -> m.values().stream())
                .filter(i -> i.name().equals(qualifiedName))
                .findFirst();
    }

    /**
     * The interface that {@code path} means in {@code scope}.
     *
     * @throws WitException if there is none
     */
    public ResolvedInterface interfaceAt(Ast.Path path, FileScope scope) {
        return follow(path, scope, interfaces, "interface", 0);
    }

    /**
     * The world that {@code path} means in {@code scope}.
     *
     * @throws WitException if there is none
     */
    public ResolvedWorld worldAt(Ast.Path path, FileScope scope) {
        return follow(path, scope, worlds, "world", 0);
    }

    private <T> T follow(
            Ast.Path path, FileScope scope, Map<PackageId, Map<String, T>> items, String what, int depth) {
        if (depth > MAX_USES) {
            throw new WitException(new WitError.Cycle(path.span(), what, path.text()));
        }
        String name = path.name().name();
        if (path.packageName().isEmpty() && scope.used().containsKey(name)) {
            return follow(scope.used().get(name), withoutUse(scope, name), items, what, depth + 1);
        }
        PackageId id = path.packageName().map(p -> known(PackageId.of(p), p.span())).orElse(scope.home());
        Map<String, T> known = items.getOrDefault(id, Map.of());
        T found = known.get(name);
        if (found == null) {
            throw new WitException(WitError.Unknown.of(path.name().span(), what, name, known.keySet()));
        }
        return found;
    }

    /** A {@code use x} in a file means its package's own {@code x}, not the use itself. */
    private static FileScope withoutUse(FileScope scope, String name) {
        var rest = new HashMap<>(scope.used());
        rest.remove(name);
        return new FileScope(scope.home(), rest);
    }

    /** A package named without a version is the one of that name, if there is just one. */
    private PackageId known(PackageId wanted, Span span) {
        if (interfaces.containsKey(wanted)) {
            return wanted;
        }
        List<PackageId> named = interfaces.keySet().stream()
                .filter(p -> p.namespace().equals(wanted.namespace()) && p.name().equals(wanted.name()))
                .filter(p -> wanted.version().isEmpty()
                        || p.version().filter(v -> v.compatibleWith(wanted.version().get())).isPresent())
                .toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        throw new WitException(WitError.Unknown.of(
                span, "package", wanted.toString(), interfaces.keySet().stream().map(PackageId::toString).toList()));
    }

    private void add(PackageId id, List<Ast.Item> items) {
        var used = new HashMap<String, Ast.Path>();
        for (Ast.Item item : items) {
            if (item instanceof Ast.TopLevelUse use) {
                used.put(use.as().orElse(use.path().name()).name(), use.path());
            }
        }
        var scope = new FileScope(id, used);
        var itsInterfaces = interfaces.computeIfAbsent(id, _ -> new LinkedHashMap<>());
        var itsWorlds = worlds.computeIfAbsent(id, _ -> new LinkedHashMap<>());
        for (Ast.Item item : items) {
            switch (item) {
                case Ast.Interface i -> {
                    requireNew(i.name(), itsInterfaces, itsWorlds);
                    itsInterfaces.put(
                            i.name().name(), new ResolvedInterface(id.qualify(i.name().name()), i.items(), scope));
                }
                case Ast.World w -> {
                    requireNew(w.name(), itsInterfaces, itsWorlds);
                    itsWorlds.put(w.name().name(), new ResolvedWorld(id.qualify(w.name().name()), w, scope));
                }
                case Ast.Package _, Ast.TopLevelUse _ -> {}
            }
        }
    }

    private static void requireNew(Ast.Id name, Map<String, ?> interfaces, Map<String, ?> worlds) {
        if (Stream.of(interfaces, worlds).anyMatch(m -> m.containsKey(name.name()))) {
            throw new WitException(new WitError.Duplicate(name.span(), "name", name.name()));
        }
    }
}
