package dev.belay.compose.internal.componentize;

import dev.belay.component.binary.CoreModuleBuilder;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The module through which an adapter with a memory of its own reaches the main module's: loads and stores of 1, 4 and 8
 * bytes at any address.
 *
 * <p>An adapter that lives in the main module's memory has to get room there, from an allocator that may not be ready yet,
 * or by growing the memory, which some allocators take for their own when they start. This one cannot be in the way.
 */
final class MainMemory {
    /** What adapters import the functions from. */
    static final String MODULE = "__main_memory__";

    static final String IMPORTED_FROM = "env";
    static final String IMPORTED_AS = "memory";

    private record Reach(CoreType.Func type, CoreModuleBuilder.Access op) {}

    private static final Map<String, Reach> FUNCTIONS = new LinkedHashMap<>();

    static {
        load("load8", CoreModuleBuilder.Access.LOAD8, CoreValType.I32);
        load("load32", CoreModuleBuilder.Access.LOAD32, CoreValType.I32);
        load("load64", CoreModuleBuilder.Access.LOAD64, CoreValType.I64);
        store("store8", CoreModuleBuilder.Access.STORE8, CoreValType.I32);
        store("store32", CoreModuleBuilder.Access.STORE32, CoreValType.I32);
        store("store64", CoreModuleBuilder.Access.STORE64, CoreValType.I64);
    }

    private MainMemory() {}

    private static void load(String name, CoreModuleBuilder.Access op, CoreValType of) {
        FUNCTIONS.put(name, new Reach(new CoreType.Func(List.of(CoreValType.I32), List.of(of)), op));
    }

    private static void store(String name, CoreModuleBuilder.Access op, CoreValType of) {
        FUNCTIONS.put(name, new Reach(new CoreType.Func(List.of(CoreValType.I32, of), List.of()), op));
    }

    /** The functions there are, with their types. */
    static Map<String, CoreType.Func> functions() {
        var types = new LinkedHashMap<String, CoreType.Func>();
        FUNCTIONS.forEach((name, access) -> types.put(name, access.type()));
        return types;
    }

    /** Imports the memory as {@code env.memory}, and exports some of the functions. */
    static Bytes module(Iterable<String> names) {
        var module = new CoreModuleBuilder();
        module.importMemory(IMPORTED_FROM, IMPORTED_AS, CoreType.Limits.of(0));
        for (String name : names) {
            Reach access = java.util.Objects.requireNonNull(FUNCTIONS.get(name));
            module.export(name, CoreSort.FUNC, module.function(access.type(), body -> {
                for (int i = 0; i < access.type().params().size(); i++) {
                    body.localGet(i);
                }
                body.access(access.op());
            }));
        }
        return module.build();
    }
}
