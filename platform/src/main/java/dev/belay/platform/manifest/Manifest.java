package dev.belay.platform.manifest;

import dev.belay.platform.registry.Reference;
import dev.belay.platform.spec.ApplicationSpec;
import dev.belay.platform.spec.Part;
import dev.belay.platform.spec.StackSpec;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A manifest that was read, with every file that it names. */
public record Manifest(
        HostSettings host, Map<String, StackSpec> stacks, Map<String, ApplicationSpec> applications) {
    public Manifest {
        stacks = Collections.unmodifiableMap(new LinkedHashMap<>(stacks));
        applications = Collections.unmodifiableMap(new LinkedHashMap<>(applications));
    }

    /** What came out of registries: each reference with the digest that it had. */
    public List<Part> fetched() {
        return Stream.concat(
                        stacks.values().stream().flatMap(StackSpec::parts),
                        applications.values().stream().map(its -> its.revision().component()))
                .filter(part -> Reference.isMeant(part.label()))
                .distinct()
                .sorted(Comparator.comparing(Part::label))
                .toList();
    }
}
