package dev.belay.runtime;

import dev.belay.component.model.At;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.model.Section;
import dev.belay.component.validate.ComponentValidator;
import dev.belay.runtime.internal.core.CoreEngine;
import dev.belay.runtime.internal.core.CoreModule;
import java.util.IdentityHashMap;
import java.util.Map;

/** The core modules of one component: what was loaded to have its code checked is not looked for again. */
final class CheckedModules {
    private final CoreEngine engine;
    private final Map<Bytes, CoreModule> loaded = new IdentityHashMap<>();

    CheckedModules(CoreEngine engine) {
        this.engine = engine;
    }

    /** Checks the code of all modules, those that nothing makes an instance of included. */
    void checkAll(ComponentBinary component) {
        for (At<Section> section : component.sections()) {
            switch (section.it()) {
                case Section.CoreModule(var module) -> check(module);
                case Section.Component(var nested) -> checkAll(nested);
                default -> {
                    // Holds no modules.
                }
            }
        }
    }

    /**
     * Checks a module's code.
     *
     * @throws dev.belay.component.InvalidComponentException if it is not valid
     */
    void check(Bytes module) {
        if (ComponentValidator.hasCheckedCode(module)) {
            load(module);
        }
    }

    CoreModule load(Bytes module) {
        return loaded.computeIfAbsent(module, engine::load);
    }
}
