package dev.belay.runtime.internal.plan;

import dev.belay.component.model.Bytes;
import java.util.List;

/**
 * What planning a component gives.
 *
 * @param modules the core modules that the plan names by index; apart from it, since their bytes are not needed for long
 */
public record Planned(Plan plan, List<Bytes> modules) {
    public Planned {
        modules = List.copyOf(modules);
    }
}
