package dev.belay.runtime.internal.endive;

import dev.belay.runtime.internal.core.CoreBudget;
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
        return allowed(by) ? super.grow(by, value, instance) : -1;
    }

    @Override
    public int growWithRef(int by, Object value, Instance instance) {
        return allowed(by) ? super.growWithRef(by, value, instance) : -1;
    }

    private boolean allowed(int by) {
        return by >= 0 && (long) size() + by <= limits().max() && budget.takeTable(by);
    }
}
