package dev.belay.cli;

import dev.belay.runtime.ComponentCost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a component costs: what of it is computed, and what was measured.
 *
 * @param loadedHeap bytes of heap that a loaded component retains before any of its code is compiled
 */
record Cost(ComponentCost code, long loadedHeap, OfInstance instance) {

    /** What a fresh instance costs. */
    sealed interface OfInstance {
        /**
         * @param heap bytes that it retains before any call
         * @param nanos the median of making one
         */
        record Measured(long heap, long nanos) implements OfInstance {}

        /** @param why an import that Belay has not, or a trap */
        record Unknown(String why) implements OfInstance {}
    }

    void print(boolean json, Streams streams) {
        if (json) {
            Json.print(asMap(), streams);
        } else {
            lines().forEach(streams.out()::println);
        }
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        for (ComponentCost.Module module : code.modules()) {
            lines.add("core module: %,d bytes, %s".formatted(
                    module.bytes(), code(module.functions(), module.interpreted(), module.classes(), module.classBytes())));
        }
        lines.add("in all: " + code(code.functions(), code.interpreted(), code.classes(), code.classBytes()));
        lines.add("loaded: %,d bytes of heap, before anything is compiled".formatted(loadedHeap));
        lines.add(switch (instance) {
            case OfInstance.Measured(long heap, long nanos) ->
                "fresh instance: %,d bytes of heap, made in %,d ns".formatted(heap, nanos);
            case OfInstance.Unknown(String why) -> "fresh instance: not measured: " + why;
        });
        return lines.stream().map(Worded::printable).toList();
    }

    private static String code(long functions, long interpreted, long classes, long classBytes) {
        return "%,d functions, %,d compiled to %,d classes of %,d bytes, %,d interpreted"
                .formatted(functions, functions - interpreted, classes, classBytes, interpreted);
    }

    private Map<String, Object> asMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("modules", code.modules().stream()
                .map(module -> {
                    var its = new LinkedHashMap<String, Object>();
                    its.put("bytes", module.bytes());
                    putCode(its, module.functions(), module.interpreted(), module.classes(), module.classBytes());
                    return its;
                })
                .toList());
        putCode(map, code.functions(), code.interpreted(), code.classes(), code.classBytes());
        map.put("loadedHeapBytes", loadedHeap);
        map.put("instance", switch (instance) {
            case OfInstance.Measured(long heap, long nanos) -> Map.of("heapBytes", heap, "nanos", nanos);
            case OfInstance.Unknown(String why) -> Map.of("notMeasured", why);
        });
        return map;
    }

    private static void putCode(
            Map<String, Object> map, long functions, long interpreted, long classes, long classBytes) {
        map.put("functions", functions);
        map.put("compiled", functions - interpreted);
        map.put("interpreted", interpreted);
        map.put("classes", classes);
        map.put("classBytes", classBytes);
    }
}
