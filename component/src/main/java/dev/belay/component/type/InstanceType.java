package dev.belay.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an instance exports, in order. */
public record InstanceType(Map<String, ExternType> exports) implements AnyType {
    public InstanceType {
        exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }
}
