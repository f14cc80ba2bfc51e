package dev.belay.component.wit;

import dev.belay.wit.name.InterfaceName;
import dev.belay.wit.syntax.Keywords;

/** Names as WIT writes them. */
final class Names {
    private Names() {}

    static boolean isLabel(String name) {
        return Keywords.isLabel(name);
    }

    /** Whether WIT can say the name: it has no nested namespaces or packages. */
    static boolean isPlain(InterfaceName name) {
        return isLabel(name.namespace()) && isLabel(name.packageName()) && isLabel(name.name());
    }

    /** With a {@code %} before it if it would be read as a keyword. */
    static String id(String name) {
        return Keywords.isKeyword(name) ? "%" + name : name;
    }

    static String path(InterfaceName name) {
        return id(name.namespace()) + ":" + id(name.packageName()) + "/" + id(name.name())
                + name.version().map(version -> "@" + version).orElse("");
    }
}
