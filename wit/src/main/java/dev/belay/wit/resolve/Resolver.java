package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.Span;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.UsePath;
import dev.belay.wit.syntax.WitFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the names of packages. */
public final class Resolver {
    /**
     * How long a chain of interfaces that use each other, or of types that need each other, may be. It bounds the
     * stack; real packages have chains of ten or so.
     */
    private static final int MAX_CHAIN = 400;

    private final Features features;
    private final Map<String, PackageScope> packages = new LinkedHashMap<>();
    private int chain;

    private Resolver(Features features) {
        this.features = features;
    }

    /**
     * @param files the parsed files, grouped by package: each list holds all files of one package (which may hold nested
     *     packages as well). The first is the root package; the others may come in any order.
     * @throws WitException if a name stands for nothing or a rule is broken
     */
    public static WitPackages resolve(List<List<WitFile>> files, Features features) {
        var resolver = new Resolver(features);
        for (List<WitFile> group : files) {
            resolver.collect(group);
        }
        PackageCycles.check(files);
        return resolver.resolveAll();
    }

    Features features() {
        return features;
    }

    Paths paths() {
        return new Paths(this, packages);
    }

    /** Called before going down a chain of references, to bound it. */
    void enter(Span span) {
        if (++chain > MAX_CHAIN) {
            throw new WitException(new Problem.TooMuch(span, "the chain of definitions that need each other", MAX_CHAIN));
        }
    }

    void leave() {
        chain--;
    }

    private void collect(List<WitFile> group) {
        PackageScope main = declare(Headers.of(group));
        for (WitFile file : group) {
            main.add(file.items());
            for (Item item : file.items()) {
                if (item instanceof Item.Package nested) {
                    declare(new PackageScope(nested.name(), nested.meta())).add(nested.items());
                }
            }
        }
    }

    private PackageScope declare(PackageScope scope) {
        PackageScope before = packages.putIfAbsent(scope.name().toString(), scope);
        if (before != null) {
            throw new WitException(new Problem.Duplicate(
                    scope.span(), "package", scope.name().toString(), Optional.of(before.span())));
        }
        return scope;
    }

    private WitPackages resolveAll() {
        var result = new ArrayList<WitPackage>();
        for (PackageScope scope : packages.values()) {
            for (FileScope file : scope.files) {
                for (Item.Use use : file.uses.values()) {
                    checkUse(paths().resolve(file, use.path(), true), use.path());
                }
            }
            for (Declared item : scope.declared.values()) {
                resolve(scope, item);
            }
            result.add(scope.result());
        }
        return new WitPackages(result);
    }

    /** A name for something of another package can only stand for an interface, since worlds are included by their paths. */
    private static void checkUse(Declared found, UsePath path) {
        if (path.packageName().isPresent() && !found.isInterface()) {
            throw new WitException(new Problem.WrongKind(
                    path.name().span(), path.name().name(), "an interface, as `use` needs from another package", "a world"));
        }
    }

    private void resolve(PackageScope scope, Declared item) {
        PackageName owner = scope.name();
        Gates.checkVersion(owner, item.meta(), item.name());
        String name = item.name().name();
        if (!features.active(item.meta())) {
            Gates.checkAllInactive(features, item.item());
        } else if (item.isInterface()) {
            scope.result().interfaces.put(name, item.asInterface(this, item.name()));
        } else {
            scope.result().worlds.put(name, item.asWorld(this, item.name()));
        }
    }
}
