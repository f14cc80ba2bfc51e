package dev.belay.runtime.internal.endive;

import dev.belay.runtime.internal.core.CoreBudget;
import java.util.function.IntSupplier;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.wasm.types.Table;

/** A table that grows only as far as the budget goes. */
final class BoundedTable extends TableInstance {
    private final CoreBudget budget;

    BoundedTable(Table table, int initial, CoreBudget budget) {
        super(table, initial);
        this.budget = budget;
    }

    @Override
    public int grow(int by, int value, Instance instance) {
        return grow(by, () -> super.grow(by, value, instance));
    }

    @Override
    public int growWithRef(int by, Object value, Instance instance) {
        return grow(by, () -> super.growWithRef(by, value, instance));
    }

    /** Where the heap has no room, nothing has changed: arrays are replaced when all of them are there, but for objects'. */
    private int grow(int by, IntSupplier growing) {
        int before = size();
        if (!allowed(by)) {
            return -1;
        }
        try {
            return growing.getAsInt();
        } catch (OutOfMemoryError e) {
            if (size() != before) {
                throw e;
            }
            budget.giveTable(by);
            return -1;
        }
    }

    private boolean allowed(int by) {
        return by >= 0 && (long) size() + by <= limits().max() && budget.takeTable(by);
    }
}
