package dev.belay.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a component imports and exports, in order. Abstract resources of imports scope over later imports and all exports. */
public record ComponentType(Map<String, ExternType> imports, Map<String, ExternType> exports) implements AnyType {
    public ComponentType {
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
        exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }
}
