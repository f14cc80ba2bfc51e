package dev.belay.compose.internal.componentize;

import dev.belay.wit.name.InterfaceName;
import java.util.Optional;

/** The names of {@code design/mvp/BuildTargets.md}, for 32-bit memories. */
final class StandardNames {
    static final String PREFIX = "cm32p2";
    static final String MEMORY = PREFIX + "_memory";
    static final String REALLOC = PREFIX + "_realloc";
    static final String INITIALIZE = PREFIX + "_initialize";
    private static final String EXPORTED = "_ex_";
    private static final String DROP = "_drop";
    private static final String NEW = "_new";
    private static final String REP = "_rep";

    private StandardNames() {}

    static ImportName parse(String module, String name) {
        String rest = module.substring(PREFIX.length());
        String path = rest.startsWith("|") ? rest.substring(1) : rest;
        boolean exported = path.startsWith(EXPORTED);
        String bare = exported ? path.substring(EXPORTED.length()) : path;
        Optional<String> of = Optional.of(bare).filter(n -> !n.isEmpty());
        if (name.endsWith(DROP)) {
            return new ImportName.Drop(of, without(name, DROP), exported);
        }
        if (!exported) {
            return new ImportName.Function(of, name, false);
        }
        if (name.endsWith(NEW)) {
            return new ImportName.New(of, without(name, NEW));
        }
        return name.endsWith(REP)
                ? new ImportName.Rep(of, without(name, REP))
                : new ImportName.OfExport(of, name);
    }

    /** The core export of a function; for the world itself without an interface. */
    static String function(Optional<String> interfaceName, String function) {
        return PREFIX + "|" + interfaceName.map(StandardNames::canonical).orElse("") + "|" + function;
    }

    static String postReturn(String export) {
        return export + "_post";
    }

    static String destructor(String interfaceName, String resource) {
        return PREFIX + "|" + canonical(interfaceName) + "|" + resource + "_dtor";
    }

    /** With the part of the version only that compatible ones have in common. */
    static String canonical(String interfaceName) {
        return InterfaceName.parse(interfaceName)
                .map(n -> n.unversioned() + n.version().map(v -> "@" + v.track()).orElse(""))
                .orElse(interfaceName);
    }

    private static String without(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }
}
