package dev.belay.runtime.internal.plan;

import dev.belay.component.model.CoreSort;
import dev.belay.component.model.Sort;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The index spaces of one component instance (or component or instance type) while it is followed. */
final class Scope {
    private final Optional<Scope> outer;
    private final int part;
    private final Map<CoreSort, List<CoreSource>> core = new EnumMap<>(CoreSort.class);
    private final List<Plan.CoreExports> coreInstances = new ArrayList<>();
    private final List<Item> modules = new ArrayList<>();
    private final Map<Sort.Plain, List<Item>> items = new EnumMap<>(Sort.Plain.class);
    private final CoreTypes coreTypes;

    Scope(Optional<Scope> outer, int part) {
        this.outer = outer;
        this.part = part;
        this.coreTypes = new CoreTypes();
    }

    /** The part whose definitions these are; of a type's scope, that of the component around it. */
    int part() {
        return part;
    }

    Scope out(int count) {
        Scope scope = this;
        for (int i = 0; i < count; i++) {
            scope = scope.outer.orElseThrow();
        }
        return scope;
    }

    void add(Sort sort, Item item) {
        list(sort).add(item);
    }

    Item get(Sort sort, int index) {
        return list(sort).get(index);
    }

    void addCore(CoreSort sort, CoreSource source) {
        core.computeIfAbsent(sort, _ -> new ArrayList<>()).add(source);
    }

    CoreSource core(CoreSort sort, int index) {
        return core.computeIfAbsent(sort, _ -> new ArrayList<>()).get(index);
    }

    void addCoreInstance(Plan.CoreExports exports) {
        coreInstances.add(exports);
    }

    Plan.CoreExports coreInstance(int index) {
        return coreInstances.get(index);
    }

    CoreTypes coreTypes() {
        return coreTypes;
    }

    private List<Item> list(Sort sort) {
        return switch (sort) {
            case Sort.Plain plain -> items.computeIfAbsent(plain, _ -> new ArrayList<>());
            case Sort.Core _ -> modules;
        };
    }
}
