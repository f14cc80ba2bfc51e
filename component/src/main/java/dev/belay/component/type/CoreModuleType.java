package dev.belay.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a core module imports (in order) and exports. */
public record CoreModuleType(List<Import> imports, Map<String, CoreExternType> exports) {
    public CoreModuleType {
        imports = List.copyOf(imports);
        exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    }

    public record Import(String module, String name, CoreExternType type) {}
}
