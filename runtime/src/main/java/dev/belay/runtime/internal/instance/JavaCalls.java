package dev.belay.runtime.internal.instance;

import dev.belay.runtime.internal.bind.BoundMethod;
import dev.belay.runtime.internal.bind.ExportCall;
import dev.belay.runtime.internal.bind.Guest;
import dev.belay.runtime.internal.bind.HostEntry;
import dev.belay.runtime.internal.bind.Leaf;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.core.CoreShapes;
import dev.belay.runtime.internal.plan.AbiOptions;
import dev.belay.runtime.internal.plan.Item;
import java.util.Optional;

/** Calls between one instance and Java by classes that were written for them. */
final class JavaCalls {
    private JavaCalls() {}

    /** An exported function, for Java. */
    static ExportCall exported(Store store, Item.Lifted lifted, Leaf[] leaves, HostEntry entry) {
        Part part = store.part(lifted.part());
        CoreItem.Function function = store.function(lifted.core());
        return new ExportCall(
                entry,
                part.gatesFrom(Optional.empty()),
                guest(store, part, lifted.options(), leaves),
                function.typed(),
                lifted.options().postReturn().map(store::function).map(CoreItem.Function::typed),
                function::failure);
    }

    /** A function that a part imports and a method meets; empty if its values have to go as dynamic ones. */
    static Optional<Recipe> recipe(LinkedPlan linked, Lowering lowering, Item.Imported imported) {
        if (!(lowering.host().orElseThrow() instanceof BoundMethod method)) {
            return Optional.empty();
        }
        var type = lowering.type().type();
        return linked.written(imported, method).map(written -> store -> new CoreItem.TypedFunction(type, () -> {
            lowering.beforeCalls();
            store.reachHost();
            Part part = store.part(lowering.part());
            Guest guest = guest(store, part, lowering.options(), linked.leaves(written.leaves()));
            return CoreShapes.of(type).byRaw(written.prototype().meet(method.target(), guest, store.hostCall()));
        }));
    }

    private static Guest guest(Store store, Part part, AbiOptions options, Leaf[] leaves) {
        return new Guest(Ends.of(store, part, options), leaves, () -> JavaHandles.begin(store, part));
    }
}
