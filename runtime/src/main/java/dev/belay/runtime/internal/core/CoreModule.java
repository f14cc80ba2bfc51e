package dev.belay.runtime.internal.core;

import dev.belay.runtime.ComponentCost;
import java.util.Optional;

/** A core module, ready to be instantiated any number of times from any thread. */
public interface CoreModule {
    /**
     * @param imports what is given for a module name and a field name
     * @throws dev.belay.runtime.Trap if an initialiser or the start function traps
     */
    CoreInstance instantiate(Imports imports, CoreBudget budget);

    /** Whether all that its functions do is to call by a table of its own. */
    Optional<TableCalls.Shim> shim();

    /** Whether all that it does is to put functions into a table of others. */
    Optional<TableCalls.Filling> filling();

    /** What its code amounts to; compiles all of it to know. */
    ComponentCost.Module cost();

    /** Looks up imports. */
    @FunctionalInterface
    interface Imports {
        Optional<CoreItem> find(String module, String name);
    }
}
