package dev.belay.runtime.internal.endive;

import dev.belay.runtime.internal.core.CoreImage;
import dev.belay.runtime.internal.memory.MemoryImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.GlobalInstance;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.Global;

/**
 * What an instance holds, besides what it imports.
 *
 * @param globals in order
 * @param data segments that were not dropped, and empty ones for those that were
 * @param elements the same, null for those that were dropped
 */
record InstanceImage(
        List<MemoryImage> memories,
        List<GlobalImage> globals,
        List<TableImage> tables,
        DataSegment[] data,
        @Nullable Element[] elements)
        implements CoreImage {

    /** A number, or a reference to a function of the instance. */
    record GlobalImage(long low, long high) {
        GlobalInstance of(Global definition) {
            return new GlobalInstance(low, high, definition.valueType(), definition.mutabilityType());
        }
    }

    /** @param number of an instance that the tables refer to */
    static Optional<CoreImage> of(Instance instance, ToIntFunction<@Nullable Instance> number) {
        var globals = new ArrayList<GlobalImage>();
        for (GlobalInstance global : InstanceFields.globals(instance)) {
            if (global.getRefValue() != null || global.getInstance() != instance) {
                return Optional.empty();
            }
            globals.add(new GlobalImage(global.getValueLow(), global.getValueHigh()));
        }
        var tables = new ArrayList<TableImage>();
        for (int i = instance.imports().tableCount(); i < instance.tableCount(); i++) {
            Optional<TableImage> table = ((BoundedTable) instance.table(i)).image(number);
            if (table.isEmpty()) {
                return Optional.empty();
            }
            tables.add(table.get());
        }
        var elements = new @Nullable Element[instance.elementCount()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = instance.element(i);
        }
        var memories = new ArrayList<MemoryImage>();
        for (Memory memory : InstanceFields.memories(instance)) {
            memories.add(((EndiveMemory) memory).memory().image());
        }
        return Optional.of(
                new InstanceImage(memories, globals, tables, InstanceFields.data(instance).clone(), elements));
    }
}
