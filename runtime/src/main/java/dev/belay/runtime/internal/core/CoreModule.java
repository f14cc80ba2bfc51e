package dev.belay.runtime.internal.core;

import java.util.Map;

/** A core module, ready to be instantiated any number of times from any thread. */
public interface CoreModule {
    /**
     * @param imports the exports of the instance given for each module name
     * @throws dev.belay.runtime.Trap if an initialiser or the start function traps
     */
    CoreInstance instantiate(Map<String, Map<String, CoreItem>> imports, CoreBudget budget);
}
