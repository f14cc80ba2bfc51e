package dev.belay.runtime.internal.instance;

import dev.belay.component.model.CoreType;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.LiftContext.HandleLifter;
import dev.belay.runtime.internal.abi.LowerContext.HandleLowerer;
import dev.belay.runtime.internal.abi.RuntimeResource;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.fuse.Crossing;
import dev.belay.runtime.internal.fuse.Fusion;
import dev.belay.runtime.internal.fuse.Gate;
import dev.belay.runtime.internal.fuse.HandleCalls;
import dev.belay.runtime.internal.plan.Item;
import dev.belay.runtime.internal.typed.TypedCall;
import java.util.List;
import java.util.Optional;

/** Lowered functions that another part lifts: {@link Fusion}s between the two. */
final class FusedCalls {
    private final Store store;
    private final Lowering lowering;
    private final Item.Lifted lifted;
    private final Fusion fusion;
    private final RuntimeResource[] resources;
    private final Part caller;
    private final Part callee;

    private FusedCalls(
            Store store, Lowering lowering, Item.Lifted lifted, Fusion fusion, RuntimeResource[] resources) {
        this.store = store;
        this.lowering = lowering;
        this.lifted = lifted;
        this.fusion = fusion;
        this.resources = resources;
        this.caller = store.part(lowering.part());
        this.callee = store.part(lifted.part());
    }

    /** Calls of kin trap: they go by Java values, which sees to that. */
    static Recipe recipe(LinkedPlan linked, Lowering lowering, Item.Lifted lifted, Fusion fusion, Recipe byValues) {
        CoreType.Func type = lowering.type().type();
        RuntimeResource[] resources = fusion.resources().stream().map(linked::resource).toArray(RuntimeResource[]::new);
        return store -> {
            var calls = new FusedCalls(store, lowering, lifted, fusion, resources);
            return calls.callee.isKin(calls.caller) ? byValues.make(store) : new CoreItem.TypedFunction(type, calls::call);
        };
    }

    private TypedCall call() {
        CoreItem.Function function = store.function(lifted.core());
        List<Gate> gates = callee.gatesFrom(Optional.of(caller));
        return fusion.prototype()
                .of(new Crossing(
                        Ends.of(store, caller, lowering.options()),
                        Ends.of(store, callee, lifted.options()),
                        gates.subList(1, gates.size()),
                        resources,
                        function.typed(),
                        lifted.options().postReturn().map(store::function).map(CoreItem.Function::typed),
                        resources.length == 0 ? Optional.empty() : Optional.of(Handles::new),
                        function::failure));
    }

    /** One call's handles. */
    private final class Handles implements HandleCalls.Call {
        private final CallScope ofCaller = new CallScope();
        private final CallScope ofCallee = new CallScope();
        private final PartHandles caller = new PartHandles(store, FusedCalls.this.caller, ofCaller);
        private final PartHandles callee = new PartHandles(store, FusedCalls.this.callee, ofCallee);

        @Override
        public HandleLifter liftFromCaller() {
            return caller;
        }

        @Override
        public HandleLowerer lowerToCallee() {
            return callee;
        }

        @Override
        public HandleLifter liftFromCallee() {
            return callee;
        }

        @Override
        public HandleLowerer lowerToCaller() {
            return caller;
        }

        @Override
        public void returned() {
            if (ofCallee.holdsBorrows()) {
                throw new Trap(Trap.Kind.BORROWS_REMAIN);
            }
        }

        @Override
        public void end() {
            caller.endBorrows();
            ofCaller.end();
        }
    }
}
