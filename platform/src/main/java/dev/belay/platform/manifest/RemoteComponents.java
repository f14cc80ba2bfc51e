package dev.belay.platform.manifest;

import dev.belay.platform.registry.Fetched;
import dev.belay.platform.registry.Reference;

/** Fetches the components that a manifest names by reference rather than by file. */
@FunctionalInterface
public interface RemoteComponents {
    /**
     * Is called from several threads at once.
     *
     * @throws dev.belay.platform.registry.RegistryException if it cannot be had
     */
    Fetched fetch(Reference reference);

    /** For manifests that name files alone; to ask for another is a defect. */
    static RemoteComponents none() {
        return reference -> {
            throw new IllegalStateException("expected a manifest that names files alone, found " + reference);
        };
    }
}
