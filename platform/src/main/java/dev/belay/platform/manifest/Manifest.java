package dev.belay.platform.manifest;

import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.StackSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A manifest that was read, with every file that it names. */
public record Manifest(
        HostSettings host, Map<String, StackSpec> stacks, Map<String, ApplicationSpec> applications) {
    public Manifest {
        stacks = Collections.unmodifiableMap(new LinkedHashMap<>(stacks));
        applications = Collections.unmodifiableMap(new LinkedHashMap<>(applications));
    }
}
