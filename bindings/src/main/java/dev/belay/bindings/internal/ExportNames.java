package dev.belay.bindings.internal;

import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Java names of what a component implements of one interface. */
final class ExportNames {
    private final Map<String, String> names = new HashMap<>();

    ExportNames(Content content) {
        var free = new Unique();
        var ofResources = new HashMap<String, Unique>();
        for (WitFunction function : content.functions()) {
            if (function.kind() == WitFunction.Kind.METHOD) {
                var unique = ofResources.computeIfAbsent(function.resource().orElseThrow().name(), _ -> {
                    var its = new Unique();
                    List.of("dropped", "isLent", "give", "represent", "received", "of", "drop").forEach(its::name);
                    return its;
                });
                names.put(function.name(), unique.name(Functions.plainName(function)));
            } else {
                names.put(function.name(), free.name(JavaNames.method(function.name())));
            }
        }
    }

    String of(WitFunction function) {
        return Objects.requireNonNull(names.get(function.name()));
    }
}
