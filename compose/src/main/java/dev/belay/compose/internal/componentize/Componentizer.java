package dev.belay.compose.internal.componentize;

import dev.belay.component.model.CanonOption.StringEncoding;
import dev.belay.component.model.ComponentBinary;
import dev.belay.component.type.ComponentType;
import dev.belay.compose.ComponentizeException;
import dev.belay.compose.ComponentizeProblem.NoWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one component of a main module and its adapters. */
public final class Componentizer {
    private final CoreInput main;
    private final Map<String, CoreInput> adapters;

    public Componentizer(CoreInput main, Map<String, CoreInput> adapters) {
        this.main = main;
        this.adapters = new LinkedHashMap<>(adapters);
    }

    /**
     * @param worlds those given beside what the modules' sections say
     * @throws ComponentizeException if the modules do not fit them
     */
    public ComponentBinary component(List<ComponentType> worlds, Optional<StringEncoding> encoding) {
        var all = new ArrayList<>(worlds);
        all.addAll(main.worlds());
        if (all.isEmpty() && adapters.isEmpty()) {
            throw new ComponentizeException(new NoWorld());
        }
        adapters.values().forEach(adapter -> all.addAll(adapter.worlds()));
        CoreInput module = encoding.map(main::with).orElse(main);
        return new Encoding(Plan.of(WorldMerge.of(all), module, adapters, StringEncoding.UTF8)).component();
    }
}
