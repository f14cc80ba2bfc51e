package dev.belay.runtime.internal.plan;

import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.AnyType;
import dev.belay.component.type.FunctionType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an index of a component-level index space stands for. */
public sealed interface Item {

    sealed interface Func extends Item {
        FunctionType type();
    }

    /** {@code canon lift}, in part {@code part}. */
    record Lifted(int part, CoreSource core, AbiOptions options, FunctionType type) implements Func {}

    /** @param path the import's name, then names within imported instances */
    record Imported(List<String> path, FunctionType type) implements Func {
        public Imported {
            path = List.copyOf(path);
        }
    }

    record Instance(Map<String, Item> exports) implements Item {
        public Instance {
            exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
        }
    }

    /** A component and the scope it was defined in, where its outer aliases lead. */
    record Component(ComponentBinary component, Scope scope) implements Item {}

    /** @param module an index of {@link Plan#modules} */
    record Module(int module) implements Item {}

    record Type(AnyType type) implements Item {}

    /** Something that the outermost component imports and that cannot be given: a component, a module or a value. */
    record Opaque(String sort, String name) implements Item {}
}
