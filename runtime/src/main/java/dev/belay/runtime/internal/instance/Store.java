package dev.belay.runtime.internal.instance;

import dev.belay.runtime.HostCall;
import dev.belay.runtime.Limits;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.RuntimeResource;
import dev.belay.runtime.internal.bind.ExportCall;
import dev.belay.runtime.internal.bind.HostEntry;
import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.core.CoreInstance;
import dev.belay.runtime.internal.core.CoreItem;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.memory.LinearMemory;
import dev.belay.runtime.internal.plan.CoreSource;
import dev.belay.runtime.internal.plan.Item;
import dev.belay.runtime.internal.plan.Plan;
import dev.belay.runtime.internal.typed.TypedCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that belongs to one instance. Confined to one thread at a time. */
public final class Store {
    private static final @Nullable CoreItem[] NONE_MADE = {};

    private final LinkedPlan linked;
    private final CoreBudget budget;
    private final HostCall hostCall;
    private final List<Part> parts = new ArrayList<>();
    private final List<CoreInstance> coreInstances = new ArrayList<>();
    private boolean reachedHost;
    /** By the numbers of what was made. */
    private @Nullable CoreItem[] made = NONE_MADE;

    private Store(LinkedPlan linked, Limits limits, CoreBudget budget, Function<Store, HostCall> hostCall) {
        this.linked = linked;
        this.budget = budget;
        this.hostCall = hostCall.apply(this);
        for (Plan.Part part : linked.plan().parts()) {
            parts.add(new Part(parts.size(), part.parent().map(parts::get), limits.handles()));
        }
    }

    /**
     * Walks the plan.
     *
     * @param budget what its core instances may take
     * @param hostCall makes what host functions get to see of a call
     */
    public static Store instantiate(
            LinkedPlan linked, Limits limits, CoreBudget budget, Function<Store, HostCall> hostCall) {
        var store = new Store(linked, limits, budget, hostCall);
        linked.snapshots().of(store.budget).ifPresentOrElse(store::restore, store::instantiate);
        return store;
    }

    private void instantiate() {
        for (int i = 0; i < linked.plan().steps().size(); i++) {
            Plan.InstantiateModule step = linked.plan().steps().get(i);
            coreInstances.add(linked.module(step.module()).instantiate(new Given(i), budget));
            linked.wasFit(i);
        }
        boolean alone = !reachedHost && parts.stream().noneMatch(Part::hadHandles);
        linked.snapshots().offer(coreInstances, budget, alone);
    }

    private void restore(Snapshot snapshot) {
        for (int i = 0; i < linked.plan().steps().size(); i++) {
            Plan.InstantiateModule step = linked.plan().steps().get(i);
            coreInstances.add(linked.module(step.module())
                    .restore(new Given(i), budget, snapshot.images().get(i)));
        }
        for (CoreInstance each : coreInstances) {
            each.connect(coreInstances);
        }
    }

    /** What one step's module is given. */
    private final class Given implements CoreModule.Imports {
        private final int step;

        Given(int step) {
            this.step = step;
        }

        @Override
        public Optional<CoreItem> find(String module, String name) {
            return linked.plan().steps().get(step).source(module, name).flatMap(Store.this::find);
        }

        @Override
        public TypedCall function(int index, String module, String name) {
            return linked.wires(step).wire(index, () -> source(module, name)).function(Store.this).typed();
        }

        private CoreSource source(String module, String name) {
            return linked.plan().steps().get(step).source(module, name)
                    .orElseThrow(() -> new IllegalStateException(name + " was given, and is no more"));
        }

        @Override
        public boolean areKnownToFit() {
            return linked.isFit(step);
        }
    }

    /** To be called before something of the host is. */
    void reachHost() {
        reachedHost = true;
    }

    /** Calls an exported function from the host. */
    public Optional<Object> call(Item.Lifted function, Object[] args) {
        var results = new ArrayList<Object>(1);
        var lifted = new LiftedCall(this, function);
        lifted.run(Optional.empty(), args, result -> result.ifPresent(results::add), false);
        return results.stream().findFirst();
    }

    /**
     * A Java interface over exported functions.
     *
     * @param functions by their component names, asked for when an interface is bound for the first time; empty if written
     *     classes cannot call all of them
     * @return empty if its values have to go as dynamic ones
     * @throws IllegalArgumentException if a method is none of the functions, or its types do not fit
     */
    public Optional<Object> bind(
            String name, Class<?> type, Supplier<Optional<Map<String, Item.Lifted>>> functions, HostEntry entry) {
        Optional<LinkedPlan.Binding> known = linked.known(type, name);
        return (known == null ? linked.bound(type, name, functions.get()) : known).map(binding -> {
            var calls = new ExportCall[binding.functions().length];
            for (int i = 0; i < calls.length; i++) {
                calls[i] = JavaCalls.exported(this, binding.functions()[i], binding.leaves(), entry);
            }
            return binding.written().prototype().belay$bind(name, calls);
        });
    }

    /**
     * Lets the host destroy the objects that the guest still owns, in no order: a destructor that traps, for one that goes
     * before its children, keeps none of the others from running. No guest code is run.
     */
    public void close() {
        for (Part part : parts) {
            if (!part.hadHandles()) {
                continue;
            }
            part.handles().all().filter(Handle::isOwn).forEach(handle -> {
                try {
                    handle.resource().hostDestructor().accept(handle.representation());
                } catch (Trap _) {
                    // What the guest did wrong does not matter any more.
                }
            });
        }
    }

    LinkedPlan linked() {
        return linked;
    }

    HostCall hostCall() {
        return hostCall;
    }

    Part part(int index) {
        return parts.get(index);
    }

    /** Destroys a guest's resource that is in nobody's table. */
    void drop(RuntimeResource resource, Object representation) {
        ResourceCalls.destroy(this, resource, representation, Optional.empty());
    }

    LinearMemory memory(CoreSource source) {
        return ((CoreItem.Memory) item(source)).memory();
    }

    CoreItem.Function function(CoreSource source) {
        return (CoreItem.Function) item(source);
    }

    private Optional<CoreItem> find(CoreSource source) {
        return switch (source) {
            case CoreSource.Export(int step, String name) ->
                coreInstances.get(step).export(name).map(item -> forwarded(step, name, item));
            default -> Optional.of(item(source));
        };
    }

    private CoreItem item(CoreSource source) {
        return source instanceof CoreSource.Export export
                ? forwarded(export.step(), export.name(), exported(export))
                : made(linked.madeFunctions().of(source));
    }

    /** What a core instance has by this name: a shim, if it is one. */
    CoreItem exported(CoreSource.Export export) {
        return coreInstances.get(export.step())
                .export(export.name())
                .orElseThrow(() -> new IllegalStateException("validated core export '" + export.name() + "' is missing"));
    }

    /** A function that no module defines, of this instance. */
    CoreItem made(MadeFunctions.Made its) {
        if (its.number() >= made.length) {
            made = Arrays.copyOf(made, linked.madeFunctions().count());
        }
        CoreItem known = made[its.number()];
        if (known == null) {
            known = its.recipe().make(this);
            made[its.number()] = known;
        }
        return known;
    }

    /** Whether a step was done. */
    boolean isDone(int step) {
        return step < coreInstances.size();
    }

    /** A function that only goes on to another is to be the other, which may be made later than what imports it. */
    private CoreItem forwarded(int step, String name, CoreItem item) {
        Optional<ShimCalls.Target> found = linked.shims().target(step, name);
        if (found.isEmpty() || !(item instanceof CoreItem.Function shim)) {
            return item;
        }
        ShimCalls.Target target = found.get();
        return new CoreItem.Forwarder(
                shim,
                () -> isDone(target.filledBy()) ? Optional.of(function(target.source())) : Optional.empty(),
                target.shape());
    }
}
