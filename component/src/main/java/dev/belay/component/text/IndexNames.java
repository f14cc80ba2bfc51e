package dev.belay.component.text;

import dev.belay.component.binary.NameMaps;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Sort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many definitions each index space of one scope has, and the identifiers of those that have one. */
final class IndexNames {
    private final NameMaps given;
    private final Map<Sort, Integer> sizes = new HashMap<>();
    private final Map<Sort, Map<Integer, String>> names = new HashMap<>();
    private final Map<Sort, Set<String>> used = new HashMap<>();

    IndexNames(NameMaps given) {
        this.given = given;
    }

    /** The next index of {@code sort}, as its definition is marked: {@code $name (;3;)}. */
    String define(Sort sort) {
        return define(sort, Optional.empty());
    }

    /** @param suggested an identifier for it, unless it has one or the scope has that one already */
    String define(Sort sort, Optional<String> suggested) {
        int index = sizes.merge(sort, 1, Integer::sum) - 1;
        var name = given.of(sort, index)
                .or(() -> suggested)
                .filter(text -> !text.isEmpty())
                .map(Quoted::identifier)
                .filter(id -> used.computeIfAbsent(sort, _ -> new HashSet<>()).add(id));
        name.ifPresent(id -> names.computeIfAbsent(sort, _ -> new HashMap<>()).put(index, id));
        return name.map(id -> id + " ").orElse("") + "(;" + index + ";)";
    }

    String define(CoreSort sort) {
        return define(new Sort.Core(sort));
    }

    /** A use of an index: its identifier, or the number. */
    String use(Sort sort, int index) {
        var name = names.getOrDefault(sort, Map.of()).get(index);
        return name != null ? name : Integer.toUnsignedString(index);
    }

    String use(CoreSort sort, int index) {
        return use(new Sort.Core(sort), index);
    }
}
