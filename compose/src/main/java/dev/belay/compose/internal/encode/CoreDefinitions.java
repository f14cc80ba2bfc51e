package dev.belay.compose.internal.encode;

import dev.belay.component.model.Alias;
import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.Canon;
import dev.belay.component.model.CoreInstance;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The core definitions of a component under construction. All indices are core ones but that of a lifted function. */
public final class CoreDefinitions {
    private final Definitions definitions;
    private final Map<Alias, Integer> aliases = new HashMap<>();

    CoreDefinitions(Definitions definitions) {
        this.definitions = definitions;
    }

    public int module(Bytes module) {
        definitions.add(new Section.CoreModule(module));
        return next(CoreSort.MODULE);
    }

    /** @param args the instances that meet the imports, by the modules' names they are imported from */
    public int instantiate(int module, Map<String, Integer> args) {
        return instance(new CoreInstance.Instantiate(module, args.entrySet().stream()
                .map(arg -> new CoreInstance.Arg(arg.getKey(), arg.getValue()))
                .toList()));
    }

    public int instance(List<CoreInstance.InlineExport> exports) {
        return instance(new CoreInstance.FromExports(exports));
    }

    /** An export of a core instance; the same index each time. */
    public int exportOf(int instance, String name, CoreSort sort) {
        return aliases.computeIfAbsent(new Alias.CoreExport(new Sort.Core(sort), instance, name), alias -> {
            definitions.add(new Section.Aliases(List.of(At.nowhere(alias))));
            return next(sort);
        });
    }

    /** A core function made from nothing, or from a component function. */
    public int function(Canon canon) {
        definitions.add(new Section.Canons(List.of(At.nowhere(canon))));
        return next(CoreSort.FUNC);
    }

    /** A component function made from a core one. */
    public SortIndex lift(Canon.Lift canon) {
        definitions.add(new Section.Canons(List.of(At.nowhere(canon))));
        return definitions.next(Sort.FUNC);
    }

    private int instance(CoreInstance instance) {
        definitions.add(new Section.CoreInstances(List.of(At.nowhere(instance))));
        return next(CoreSort.INSTANCE);
    }

    private int next(CoreSort sort) {
        return definitions.next(new Sort.Core(sort)).index();
    }
}
