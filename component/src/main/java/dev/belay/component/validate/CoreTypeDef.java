package dev.belay.component.validate;

import dev.belay.component.model.CoreType;
import dev.belay.component.type.CoreModuleType;

/** What an index of the core type index space stands for. */
sealed interface CoreTypeDef {
    /**
     * @param id the same for all definitions of this type; indices within {@code type} are such ids
     */
    record Defined(int id, CoreType.SubType type) implements CoreTypeDef {}

    record Module(CoreModuleType type) implements CoreTypeDef {}
}
