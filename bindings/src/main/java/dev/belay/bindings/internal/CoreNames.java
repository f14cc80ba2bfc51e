package dev.belay.bindings.internal;

import dev.belay.wit.name.JavaNames;
import dev.belay.wit.resolve.WitFunction;
import dev.belay.wit.resolve.WitType;
import java.util.HashMap;
import java.util.Map;

/** The Java names of the core functions of one interface. */
final class CoreNames {
    private final Map<String, String> names = new HashMap<>();

    CoreNames(Content content) {
        var unique = new Unique();
        content.functions().forEach(f -> names.put(f.name(), unique.name("core" + JavaNames.pascalCase(JavaNames.method(f.name())))));
    }

    String function(WitFunction function) {
        return java.util.Objects.requireNonNull(names.get(function.name()));
    }

    String drop(WitType resource) {
        return "drop" + JavaNames.pascalCase(resource.name());
    }
}
