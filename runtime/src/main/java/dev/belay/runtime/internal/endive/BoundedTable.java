package dev.belay.runtime.internal.endive;

import dev.belay.runtime.internal.core.CoreBudget;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.wasm.UninstantiableException;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;

/**
 * A table that grows only as far as the budget goes. Its elements are kept here, so that they can be shared with other tables
 * until one is written, and so that a table whose functions are all of one instance has that instance once.
 */
final class BoundedTable extends TableInstance {
    static final int NULL = -1;

    private final CoreBudget budget;
    private int[] references;
    /** Whether others have the array as well. */
    private boolean shared;
    /** Where there are objects, these are the elements, and the references say which are null. */
    private @Nullable Object @Nullable [] objects;
    /** The instance of all references, unless there are {@link #owners}. */
    private @Nullable Instance owner;

    private @Nullable Instance @Nullable [] owners;

    /**
     * @param empty the type and the most elements; its least are 0
     * @param initial what the elements are, of which there are {@code size}
     */
    BoundedTable(Table empty, int size, int initial, CoreBudget budget) {
        super(empty, NULL);
        this.budget = budget;
        this.references = new int[size];
        Arrays.fill(references, initial);
        this.objects = empty.elementType().isObjectRef() ? new Object[size] : null;
    }

    /** A table that begins as another was; it is to be {@link #connect connected}. */
    BoundedTable(Table empty, TableImage image, CoreBudget budget) {
        super(empty, NULL);
        this.budget = budget;
        this.references = image.references();
        this.shared = true;
        this.objects = empty.elementType().isObjectRef() ? new Object[references.length] : null;
    }

    /** What the module says of such tables, with nothing in them. */
    static Table empty(Table table) {
        return new Table(table.elementType(), new TableLimits(0, table.limits().max()), table.initialize());
    }

    /**
     * @param number of an instance
     * @return empty if there are objects in the table
     */
    Optional<TableImage> image(ToIntFunction<@Nullable Instance> number) {
        if (objects != null && Arrays.stream(objects).anyMatch(each -> each != null)) {
            return Optional.empty();
        }
        int[] numbers = owners == null ? null : Arrays.stream(owners).mapToInt(number).toArray();
        shared = true;
        return Optional.of(new TableImage(references, number.applyAsInt(owner), Optional.ofNullable(numbers)));
    }

    /** @param instances by the numbers that the image has */
    void connect(TableImage image, java.util.function.IntFunction<@Nullable Instance> instances) {
        owner = instances.apply(image.owner());
        owners = image.owners()
                .map(numbers -> Arrays.stream(numbers).mapToObj(instances).toArray(Instance[]::new))
                .orElse(null);
    }

    @Override
    public int size() {
        return references.length;
    }

    @Override
    public TableLimits limits() {
        return new TableLimits(references.length, super.limits().max());
    }

    @Override
    public int ref(int index) {
        if (index < 0 || index >= references.length) {
            throw new WasmEngineException("undefined element");
        }
        return references[index];
    }

    @Override
    public int requiredRef(int index) {
        int reference = ref(index);
        if (reference == NULL) {
            throw new WasmEngineException("uninitialized element " + index);
        }
        return reference;
    }

    @Override
    public @Nullable Object objRef(int index) {
        check(index);
        return objects == null ? null : objects[index];
    }

    @Override
    public void setRef(int index, int value, @Nullable Instance instance) {
        check(index);
        own()[index] = value;
        if (value != NULL) {
            setOwner(index, instance);
        }
    }

    @Override
    public void setObjRef(int index, @Nullable Object value, @Nullable Instance instance) {
        check(index);
        if (objects != null) {
            objects[index] = value;
        }
        own()[index] = value == null ? NULL : 0;
        if (value != null) {
            setOwner(index, instance);
        }
    }

    @Override
    public @Nullable Instance instance(int index) {
        return owners == null ? owner : owners[index];
    }

    @Override
    public void reset() {
        Arrays.fill(own(), NULL);
        if (objects != null) {
            Arrays.fill(objects, null);
        }
    }

    @Override
    public int grow(int by, int value, @Nullable Instance instance) {
        return grow(by, value, null, instance);
    }

    @Override
    public int growWithRef(int by, @Nullable Object value, @Nullable Instance instance) {
        return grow(by, value == null ? NULL : 0, value, instance);
    }

    /** Where the heap has no room, nothing has changed: arrays are replaced when all of them are there. */
    private int grow(int by, int value, @Nullable Object object, @Nullable Instance instance) {
        int before = size();
        if (by < 0 || (long) before + by > super.limits().max() || !budget.takeTable(by)) {
            return -1;
        }
        try {
            int[] moreReferences = Arrays.copyOf(references, before + by);
            Arrays.fill(moreReferences, before, before + by, value);
            @Nullable Object[] moreObjects = objects == null ? null : Arrays.copyOf(objects, before + by);
            if (moreObjects != null) {
                Arrays.fill(moreObjects, before, before + by, object);
            }
            boolean needsOwners = owners != null || value != NULL && instance != owner;
            @Nullable Instance[] moreOwners = needsOwners ? Arrays.copyOf(owners(), before + by) : null;
            if (moreOwners != null) {
                Arrays.fill(moreOwners, before, before + by, instance);
            }
            references = moreReferences;
            shared = false;
            objects = moreObjects;
            owners = moreOwners;
            return before;
        } catch (OutOfMemoryError _) {
            budget.giveTable(by);
            return -1;
        }
    }

    private void setOwner(int index, @Nullable Instance instance) {
        if (owners == null && owner == null) {
            owner = instance;
        } else if (owners != null || owner != instance) {
            owners = owners();
            owners[index] = instance;
        }
    }

    private @Nullable Instance[] owners() {
        if (owners != null) {
            return owners;
        }
        var all = new @Nullable Instance[size()];
        Arrays.fill(all, owner);
        return all;
    }

    private int[] own() {
        if (shared) {
            references = references.clone();
            shared = false;
        }
        return references;
    }

    private void check(int index) {
        if (index < 0 || index >= references.length) {
            throw new UninstantiableException("out of bounds table access");
        }
    }
}
