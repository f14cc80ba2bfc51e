package dev.belay.runtime.internal.instance;

import dev.belay.component.model.CoreType;
import dev.belay.component.model.CoreValType;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.core.HostType;
import dev.belay.runtime.internal.plan.CoreSource;
import dev.belay.runtime.internal.plan.Item;
import java.util.List;

/** Core functions that no module defines: lowered component functions and built-ins. */
final class CoreFunctions {
    private static final HostType I32_TO_I32 =
            HostType.of(new CoreType.Func(List.of(CoreValType.I32), List.of(CoreValType.I32)));
    private static final HostType I32_TO_NOTHING =
            HostType.of(new CoreType.Func(List.of(CoreValType.I32), List.of()));

    private CoreFunctions() {}

    static Recipe recipe(LinkedPlan linked, CoreSource source) {
        return switch (source) {
            case CoreSource.Lowered lowered when lowered.target().type().async() || lowered.options().async() ->
                unsupported(AsyncSignatures.lowered(lowered));
            case CoreSource.Lowered lowered -> {
                Lowering lowering = linked.lowering(lowered);
                Recipe call = lowered(linked, lowering);
                yield linked.observer()
                        .map(observer -> ObservedCall.recipe(lowering, call, observer))
                        .orElse(call);
            }
            case CoreSource.ResourceNew(var type, var part) -> {
                var resource = linked.resource(type);
                yield store -> new CoreItem.HostFunction(
                        I32_TO_I32,
                        args -> ResourceCalls.create(store.part(part), resource, (int) args[0]));
            }
            case CoreSource.ResourceDrop(var type, var part) -> {
                var resource = linked.resource(type);
                yield store -> new CoreItem.HostFunction(
                        I32_TO_NOTHING,
                        args -> ResourceCalls.drop(store, store.part(part), resource, (int) args[0]));
            }
            case CoreSource.ResourceRep(var type, var part) -> {
                var resource = linked.resource(type);
                yield store -> new CoreItem.HostFunction(
                        I32_TO_I32,
                        args -> ResourceCalls.representation(store.part(part), resource, (int) args[0]));
            }
            case CoreSource.Unsupported(_, var type) -> unsupported(type);
            case CoreSource.Export _ -> throw new IllegalStateException("an export is made by its instance");
        };
    }

    private static Recipe lowered(LinkedPlan linked, Lowering lowering) {
        // By Java values: whatever the types, and whoever is called.
        Recipe byValues = store -> new CoreItem.HostFunction(lowering.type(), new LoweredCall(store, lowering)::run);
        return switch (lowering.target()) {
            case Item.Lifted lifted when lifted.options().async() -> byValues;
            case Item.Lifted lifted -> linked.fusion(lifted)
                    .map(fusion -> FusedCalls.recipe(linked, lowering, lifted, fusion, byValues))
                    .orElse(byValues);
            case Item.Imported imported -> JavaCalls.recipe(linked, lowering, imported).orElse(byValues);
        };
    }

    private static Recipe unsupported(CoreType.Func type) {
        var host = HostType.of(type);
        return _ -> new CoreItem.HostFunction(host, _ -> {
            throw new Trap(Trap.Kind.ASYNC_UNSUPPORTED);
        });
    }
}
