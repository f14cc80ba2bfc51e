package dev.belay.wit.resolve;

import dev.belay.wit.error.Problem;
import dev.belay.wit.error.WitException;
import dev.belay.wit.syntax.Id;
import dev.belay.wit.syntax.Item;
import dev.belay.wit.syntax.PackageName;
import dev.belay.wit.syntax.UsePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the interface or world that a path names. */
final class Paths {
    private final Resolver resolver;
    private final Map<String, PackageScope> packages;

    Paths(Resolver resolver, Map<String, PackageScope> packages) {
        this.resolver = resolver;
        this.packages = packages;
    }

    /** What {@code path} names in {@code file}; {@code allowInactive} unless the reference is of something present. */
    Declared resolve(FileScope file, UsePath path, boolean allowInactive) {
        Declared found = find(file, path);
        Optional<String> inactive = resolver.features().inactiveFeature(found.meta());
        if (!allowInactive && inactive.isPresent()) {
            throw new WitException(new Problem.LeftOut(
                    path.name().span(), found.kind(), found.name().name(), inactive.get()));
        }
        return found;
    }

    WitInterface resolveInterface(FileScope file, UsePath path) {
        return resolve(file, path, false).asInterface(resolver, path.name());
    }

    WitWorld resolveWorld(FileScope file, UsePath path) {
        return resolve(file, path, false).asWorld(resolver, path.name());
    }

    private Declared find(FileScope file, UsePath path) {
        if (path.packageName().isPresent()) {
            return inPackage(path.packageName().get(), path.name());
        }
        String name = path.name().name();
        // A use may name what another use of the file introduces; they cannot be followed for ever.
        for (int steps = 0; steps <= file.uses.size(); steps++) {
            Item.@Nullable Use use = file.uses.get(name);
            if (use == null) {
                return inOwnPackage(file, name, path.name());
            }
            if (use.path().packageName().isPresent()) {
                return inPackage(use.path().packageName().get(), use.path().name());
            }
            String next = use.path().name().name();
            if (next.equals(name)) {
                return inOwnPackage(file, name, use.path().name());
            }
            name = next;
        }
        throw new WitException(new Problem.Cycle(path.name().span(), "the name", name));
    }

    private static Declared inOwnPackage(FileScope file, String name, Id reference) {
        @Nullable Declared found = file.owner().declared.get(name);
        if (found == null) {
            var known = new ArrayList<String>(file.owner().declared.keySet());
            known.addAll(file.uses.keySet());
            throw new WitException(
                    new Problem.Unknown(reference.span(), "interface or world", reference.name(), "", known));
        }
        return found;
    }

    private Declared inPackage(PackageName name, Id item) {
        @Nullable PackageScope scope = packages.get(name.toString());
        if (scope == null) {
            throw new WitException(new Problem.Unknown(
                    name.namespace().span(), "package", name.toString(), "", List.copyOf(packages.keySet())));
        }
        @Nullable Declared found = scope.declared.get(item.name());
        if (found == null) {
            throw new WitException(new Problem.Unknown(
                    item.span(),
                    "interface or world",
                    item.name(),
                    "in package `" + name + "`",
                    List.copyOf(scope.declared.keySet())));
        }
        return found;
    }
}
