package dev.belay.runtime.internal.core;

import dev.belay.runtime.ComponentCost;
import dev.belay.runtime.internal.typed.TypedCall;
import java.util.Optional;

/** A core module, ready to be instantiated any number of times from any thread. */
public interface CoreModule {
    /**
     * @param imports what is given for a module name and a field name
     * @throws dev.belay.runtime.Trap if an initialiser or the start function traps
     */
    CoreInstance instantiate(Imports imports, CoreBudget budget);

    /** Whether instantiating it runs code of its own. */
    boolean runsCode();

    /**
     * Makes an instance that begins where another of this module was; runs nothing. It is to be {@linkplain
     * CoreInstance#connect connected} before it is used.
     *
     * @param imports as the other one was given them
     * @param image of the other one
     */
    CoreInstance restore(Imports imports, CoreBudget budget, CoreImage image);

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

        /**
         * A function that was found, to be called.
         *
         * @param index of the import among the module's imports of functions
         */
        default TypedCall function(int index, String module, String name) {
            CoreItem item = find(module, name)
                    .orElseThrow(() -> new IllegalStateException(name + " was given, and is no more"));
            return ((CoreItem.Function) item).typed();
        }

        /** Whether functions are of the types that are asked for, as was found before: then each is looked up when it is called. */
        default boolean areKnownToFit() {
            return false;
        }
    }
}
