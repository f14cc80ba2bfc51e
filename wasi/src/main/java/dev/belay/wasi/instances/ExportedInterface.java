package dev.belay.wasi.instances;

import dev.belay.component.type.ExternType;
import dev.belay.runtime.Component;
import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Instance;
import java.util.Map;
import java.util.Optional;

/**
 * An interface that a component exports in one of its versions.
 *
 * @param name with the version, such as {@code wasi:http/incoming-handler@0.2.3}
 */
public record ExportedInterface(String name) {
    private static final String VERSIONS = "@0.2.";

    /**
     * @param name of any version of 0.2, without it
     * @return empty if the component exports none
     */
    public static Optional<ExportedInterface> find(Component component, String name) {
        return component.type().exports().entrySet().stream()
                .filter(export -> export.getValue() instanceof ExternType.Instance)
                .map(Map.Entry::getKey)
                .filter(its -> its.startsWith(name + VERSIONS))
                .findFirst()
                .map(ExportedInterface::new);
    }

    /**
     * The same, if there has to be one.
     *
     * @throws IllegalArgumentException if the component exports none
     */
    public static ExportedInterface of(Component component, String name) {
        return find(component, name)
                .orElseThrow(() -> new IllegalArgumentException("expected a component that exports " + name
                        + "@0.2, found one that exports "
                        + component.type().exports().keySet()));
    }

    /**
     * @throws IllegalArgumentException if the interface has no such function
     */
    public ComponentFunction function(Instance instance, String function) {
        return instance.function(name, function)
                .orElseThrow(() -> new IllegalArgumentException(name + " has no function '" + function + "'"));
    }
}
