package dev.belay.compose.internal.componentize;

import java.util.Optional;

/**
 * What the two names of a core import say, whether or not there is such a thing. An absent interface means the world itself.
 */
sealed interface ImportName {
    Optional<String> interfaceName();

    record Function(Optional<String> interfaceName, String name, boolean async) implements ImportName {}

    /** @param exported whether it is a resource of an exported interface */
    record Drop(Optional<String> interfaceName, String resource, boolean exported) implements ImportName {}

    record New(Optional<String> interfaceName, String resource) implements ImportName {}

    record Rep(Optional<String> interfaceName, String resource) implements ImportName {}

    /** Something else of an exported interface. */
    record OfExport(Optional<String> interfaceName, String name) implements ImportName {}

    static ImportName parse(String module, String name) {
        return module.startsWith(StandardNames.PREFIX) ? StandardNames.parse(module, name) : LegacyNames.parse(module, name);
    }
}
