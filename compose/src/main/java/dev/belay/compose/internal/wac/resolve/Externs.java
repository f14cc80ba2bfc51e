package dev.belay.compose.internal.wac.resolve;

import dev.belay.component.validate.NameRules;
import dev.belay.compose.WacException;
import dev.belay.compose.WacProblem;
import dev.belay.wit.error.Span;
import dev.belay.wit.name.InterfaceName;
import java.util.Collection;
import java.util.List;

/** Names of imports and exports as people abbreviate them. */
final class Externs {
    private Externs() {}

    /**
     * @param what {@code import} or {@code export}
     * @throws WacException if components cannot have that name for it
     */
    static void checkName(String what, String name, Span span) {
        NameRules.problem(name).ifPresent(problem -> {
            throw new WacException(new WacProblem.BadName(span, what, name, problem));
        });
    }

    /** The name itself if there is such; the only path that ends with it, if there is just one; the name otherwise. */
    static String meant(String name, Collection<String> among) {
        if (among.contains(name)) {
            return name;
        }
        List<String> paths = among.stream()
                .filter(path -> InterfaceName.parse(path).filter(p -> p.name().equals(name)).isPresent())
                .toList();
        return paths.size() == 1 ? paths.getFirst() : name;
    }

    /** The names, each as short as it can be written. */
    static List<String> shortNames(Collection<String> names) {
        return names.stream()
                .map(name -> InterfaceName.parse(name)
                        .map(InterfaceName::name)
                        .filter(last -> meant(last, names).equals(name))
                        .orElse(name))
                .toList();
    }
}
