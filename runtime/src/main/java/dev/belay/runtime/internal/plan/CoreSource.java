package dev.belay.runtime.internal.plan;

import dev.belay.component.type.ResourceType;

/** Where a core function, memory, table, global or tag comes from. */
public sealed interface CoreSource {
    /** Export {@code name} of the core instance that step {@code step} makes. */
    record Export(int step, String name) implements CoreSource {}

    /** {@code canon lower}, in part {@code part}. */
    record Lowered(Item.Func target, AbiOptions options, int part) implements CoreSource {}

    record ResourceNew(ResourceType type, int part) implements CoreSource {}

    record ResourceDrop(ResourceType type, int part) implements CoreSource {}

    record ResourceRep(ResourceType type, int part) implements CoreSource {}

    /** A built-in that this version cannot run. It is an error to call it, not to have it. */
    record Unsupported(String builtin, dev.belay.component.model.CoreType.Func type) implements CoreSource {}
}
