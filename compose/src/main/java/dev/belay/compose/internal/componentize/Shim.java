package dev.belay.compose.internal.componentize;

import dev.belay.component.binary.CoreModuleBuilder;
import dev.belay.component.model.Bytes;
import dev.belay.component.model.CoreSort;
import dev.belay.component.model.CoreType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Functions that can be imported before what they call is there: each goes through a place in a table, which a second
 * module, the fixup, fills when everything else is instantiated.
 */
final class Shim {
    static final String TABLE = "$imports";
    static final String MEMORY = "$memory";

    private record Slot(CoreType.Func type, IntSupplier actual) {}

    private final List<Slot> slots = new ArrayList<>();
    private Optional<CoreType.Limits> memory = Optional.empty();

    /**
     * @param actual gives the index of the core function that is to be called; asked for when all instances are there
     * @return the export of the shim that calls it
     */
    String add(CoreType.Func type, IntSupplier actual) {
        slots.add(new Slot(type, actual));
        return Integer.toString(slots.size() - 1);
    }

    /** The shim is to hold a memory, too: one that the main module imports. */
    void memory(CoreType.Limits limits) {
        memory = Optional.of(limits);
    }

    boolean hasFunctions() {
        return !slots.isEmpty();
    }

    boolean isEmpty() {
        return slots.isEmpty() && memory.isEmpty();
    }

    Bytes module() {
        var module = new CoreModuleBuilder();
        memory.ifPresent(limits -> {
            module.memory(limits);
            module.export(MEMORY, CoreSort.MEMORY, 0);
        });
        if (slots.isEmpty()) {
            return module.build();
        }
        module.table(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            int place = i;
            CoreType.Func type = slots.get(i).type();
            int index = module.function(type, body -> {
                for (int p = 0; p < type.params().size(); p++) {
                    body.localGet(p);
                }
                body.i32Const(place).callIndirect(module.type(type));
            });
            module.export(Integer.toString(i), CoreSort.FUNC, index);
        }
        module.export(TABLE, CoreSort.TABLE, 0);
        return module.build();
    }

    /** The core functions that the fixup puts into the table, in their order. */
    List<Integer> actual() {
        return slots.stream().map(slot -> slot.actual().getAsInt()).toList();
    }

    /**
     * The module that fills the table: it imports the functions from {@code ""} by their numbers, and the table.
     *
     * @param start whether it is to call, after that, a function {@code start} that it imports as well
     */
    Bytes fixup(boolean start) {
        var module = new CoreModuleBuilder();
        for (int i = 0; i < slots.size(); i++) {
            module.importFunction("", Integer.toString(i), slots.get(i).type());
        }
        if (start) {
            module.start(module.importFunction("", "start", CoreTypes.NOTHING));
        }
        if (hasFunctions()) {
            module.importTable("", TABLE, slots.size());
            for (int i = 0; i < slots.size(); i++) {
                module.element(i);
            }
        }
        return module.build();
    }
}
