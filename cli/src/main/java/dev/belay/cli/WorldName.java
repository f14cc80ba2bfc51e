package dev.belay.cli;

import dev.belay.component.wit.WitBinary;
import dev.belay.wit.error.Report;
import dev.belay.wit.resolve.Features;
import dev.belay.wit.resolve.WitPackages;
import dev.belay.wit.resolve.WitWorld;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** Finds a world by what users call it: its name in the root package, or its full one, with or without the version. */
final class WorldName {
    private WorldName() {}

    /**
     * @param wit a file, directory or binary
     * @throws Failure if there is no such world
     */
    static WitWorld find(String wit, String world) {
        return find(wit, WitBinary.load(Path.of(wit), Features.all()), world);
    }

    /** @param wit for messages */
    static WitWorld find(String wit, WitPackages packages, String world) {
        var known = new LinkedHashMap<String, WitWorld>();
        packages.packages().forEach(p -> p.worlds().values().forEach(w -> {
            known.put(w.fullName(), w);
            known.putIfAbsent(w.fullName().replaceFirst("@.*", ""), w);
        }));
        known.putAll(packages.root().worlds());
        WitWorld found = known.get(world);
        if (found == null) {
            throw new Failure("world `" + world + "` does not exist in " + wit
                    + Report.didYouMean(world, List.copyOf(known.keySet())).map(hint -> "; " + hint).orElse(""));
        }
        return found;
    }

    /**
     * The only world of the root package.
     *
     * @throws Failure if it has none, or several
     */
    static WitWorld only(String wit) {
        return only(wit, WitBinary.load(Path.of(wit), Features.all()));
    }

    /** @param wit for messages */
    static WitWorld only(String wit, WitPackages packages) {
        var worlds = packages.root().worlds();
        if (worlds.size() != 1) {
            throw new Failure(wit + ": expected one world, found " + worlds.size() + ": say which with --world"
                    + (worlds.isEmpty() ? "" : "; there is: " + String.join(", ", worlds.keySet())));
        }
        return worlds.values().iterator().next();
    }
}
