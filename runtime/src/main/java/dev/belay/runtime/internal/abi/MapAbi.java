package dev.belay.runtime.internal.abi;

import dev.belay.component.type.ValueType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code map<k, v>}: laid out as a list of pairs. From guest to guest it stays one; in the host's map a key that a guest
 * gives twice has its last value.
 */
final class MapAbi extends ListAbi {

    MapAbi(ValueType type, AbiType pair) {
        super(type, pair);
    }

    @Override
    Object collect(LiftContext context, List<Object> elements) {
        if (context.toGuest()) {
            return elements;
        }
        var map = new LinkedHashMap<Object, Object>();
        for (Object pair : elements) {
            List<?> keyAndValue = (List<?>) pair;
            map.put(keyAndValue.get(0), keyAndValue.get(1));
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    List<?> elements(Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(e -> List.of(e.getKey(), e.getValue()))
                        .toList()
                : super.elements(value);
    }
}
