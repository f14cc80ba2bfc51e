package dev.belay.compose.internal.encode;

import dev.belay.component.model.At;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Section;
import dev.belay.component.model.Sort;
import dev.belay.component.model.SortIndex;
import dev.belay.component.model.Type;
import dev.belay.component.type.CoreModuleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sections of a component under construction, and how much there is in each of its index spaces. */
final class Definitions {
    private final Sections sections = new Sections();
    private final Map<Sort, Integer> counts = new HashMap<>();

    void add(Section section) {
        sections.add(section);
    }

    /** The index of what was just added. */
    SortIndex next(Sort sort) {
        return new SortIndex(sort, counts.merge(sort, 1, Integer::sum) - 1);
    }

    int count(Sort sort) {
        return counts.getOrDefault(sort, 0);
    }

    int type(Type type) {
        add(new Section.Types(List.of(At.nowhere(type))));
        return next(Sort.TYPE).index();
    }

    int moduleType(CoreModuleType type) {
        add(new Section.CoreTypes(List.of(At.nowhere(ModuleTypes.definition(type)))));
        return next(new Sort.Core(CoreSort.TYPE)).index();
    }

    List<At<Section>> all() {
        return sections.all();
    }
}
