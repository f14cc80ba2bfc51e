package dev.belay.wasi.virt;

import dev.belay.component.type.ComponentType;
import dev.belay.component.type.ExternType;
import dev.belay.component.type.InstanceType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who the surroundings are for: which interfaces it asks for, by their names without versions.
 *
 * @param imports empty if that is not known
 * @param functions {@code interface#function} of what it imports
 */
record Users(String name, Optional<Set<String>> imports, Set<String> functions, boolean servesHttp) {
    private static final String HANDLER = "wasi:http/incoming-handler";

    static Users anyone() {
        return new Users("a component", Optional.empty(), Set.of(), false);
    }

    static Users of(String name, ComponentType type) {
        var imports = new HashSet<String>();
        var functions = new HashSet<String>();
        type.imports().forEach((item, its) -> {
            if (its instanceof ExternType.Instance(InstanceType instance)) {
                imports.add(bare(item));
                instance.exports().keySet().forEach(function -> functions.add(bare(item) + "#" + function));
            }
        });
        boolean serves = type.exports().keySet().stream().anyMatch(export -> bare(export).equals(HANDLER));
        return new Users(name, Optional.of(imports), functions, serves);
    }

    static String bare(String name) {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /** Whether it imports an interface, or one of a package: {@code wasi:sockets/}. */
    boolean wants(String prefix) {
        return imports.isEmpty() || imports.get().stream().anyMatch(name -> name.startsWith(prefix));
    }
}
