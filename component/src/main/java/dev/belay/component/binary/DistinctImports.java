package dev.belay.component.binary;

import dev.belay.component.model.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each import of a core module names of its own. A module may import the same twice, by one type or by several; a
 * component cannot hold such a module.
 *
 * @param module the module, with other names if there were duplicates
 * @param written the names that duplicates had, by the ones that they have now
 */
public record DistinctImports(Bytes module, Map<Name, Name> written) {
    private static final int IMPORTS = 2;

    public DistinctImports {
        written = Map.copyOf(written);
    }

    /** The two names of an import. */
    public record Name(String module, String name) {}

    /**
     * @param module a core module, header included
     * @throws dev.belay.component.InvalidComponentException if what comes before its code is malformed
     */
    public static DistinctImports of(Bytes module) {
        List<CoreModuleOutline.Import> imports = CoreModuleReader.read(module).imports();
        Set<Name> taken = new HashSet<>();
        imports.forEach(item -> taken.add(new Name(item.module(), item.name())));
        if (taken.size() == imports.size()) {
            return new DistinctImports(module, Map.of());
        }
        var numbers = new HashMap<Name, Integer>();
        var written = new HashMap<Name, Name>();
        var distinct = new ArrayList<CoreModuleOutline.Import>();
        for (var item : imports) {
            var name = new Name(item.module(), item.name());
            int number = numbers.merge(name, 1, Integer::sum);
            Name its = number == 1 ? name : numbered(name, number);
            // Numbers only grow, so that all these rounds together are no more than there are imports.
            while (number > 1 && !taken.add(its)) {
                number = numbers.merge(name, 1, Integer::sum);
                its = numbered(name, number);
            }
            if (number > 1) {
                written.put(its, name);
            }
            distinct.add(new CoreModuleOutline.Import(its.module(), its.name(), item.type()));
        }
        return new DistinctImports(replaced(module, distinct), written);
    }

    private static Name numbered(Name name, int number) {
        return new Name(name.module(), name.name() + " [v" + number + "]");
    }

    private static Bytes replaced(Bytes module, List<CoreModuleOutline.Import> imports) {
        var content = new ByteWriter();
        CoreModuleWriter.imports(content, imports);
        return CustomSections.replace(module, IMPORTS, content);
    }
}
