package dev.belay.compose.internal.componentize;

import java.util.Optional;

/** The names that toolchains have used from the start: {@code ns:pkg/iface@1.0.0#func}, {@code cabi_realloc} and so on. */
final class LegacyNames {
    static final String MEMORY = "memory";
    static final String REALLOC = "cabi_realloc";
    static final String INITIALIZE = "_initialize";
    static final String ASYNC_LIFT = "[async-lift]";
    static final String STACKFUL = "[async-lift-stackful]";
    static final String CALLBACK = "[callback]";
    private static final String ROOT = "$root";
    private static final String EXPORTED = "[export]";
    private static final String DROP = "[resource-drop]";
    private static final String NEW = "[resource-new]";
    private static final String REP = "[resource-rep]";
    private static final String ASYNC_LOWER = "[async-lower]";

    private LegacyNames() {}

    static ImportName parse(String module, String name) {
        boolean exported = module.startsWith(EXPORTED);
        String bare = exported ? module.substring(EXPORTED.length()) : module;
        Optional<String> of = Optional.of(bare).filter(n -> !n.equals(ROOT));
        if (name.startsWith(DROP)) {
            return new ImportName.Drop(of, name.substring(DROP.length()), exported);
        }
        if (exported && name.startsWith(NEW)) {
            return new ImportName.New(of, name.substring(NEW.length()));
        }
        if (exported && name.startsWith(REP)) {
            return new ImportName.Rep(of, name.substring(REP.length()));
        }
        if (exported) {
            return new ImportName.OfExport(of, name);
        }
        boolean async = name.startsWith(ASYNC_LOWER);
        return new ImportName.Function(of, async ? name.substring(ASYNC_LOWER.length()) : name, async);
    }

    /** The core export of a function; for the world itself without an interface. */
    static String function(Optional<String> interfaceName, String function) {
        return interfaceName.map(name -> name + "#").orElse("") + function;
    }

    static String postReturn(String export) {
        return "cabi_post_" + export;
    }

    static String destructor(String interfaceName, String resource) {
        return interfaceName + "#[dtor]" + resource;
    }
}
