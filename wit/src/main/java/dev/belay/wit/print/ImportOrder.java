package dev.belay.wit.print;

import dev.belay.wit.resolve.TypeRef;
import dev.belay.wit.resolve.WitInterface;
import dev.belay.wit.resolve.WitType;
import dev.belay.wit.resolve.WorldItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which a world's imports are written: that in which they are found again. What the world's types are used from
 * comes first, since the types stand before the imports.
 */
final class ImportOrder {
    private final Map<String, WorldItem> imports;
    private final Map<String, WorldItem> ordered = new LinkedHashMap<>();

    private ImportOrder(Map<String, WorldItem> imports) {
        this.imports = imports;
    }

    static Map<String, WorldItem> of(Map<String, WorldItem> imports, List<WitType> types) {
        var order = new ImportOrder(imports);
        for (WitType type : types) {
            if (type.body() instanceof WitType.Alias(TypeRef.Named(var target))) {
                target.owner().ifPresent(order::add);
            }
        }
        imports.forEach(order.ordered::putIfAbsent);
        return order.ordered;
    }

    private void add(WitInterface type) {
        type.fullName().ifPresent(name -> {
            WorldItem item = imports.get(name);
            if (item != null && !ordered.containsKey(name)) {
                type.dependencies().forEach(this::add);
                ordered.put(name, item);
            }
        });
    }
}
