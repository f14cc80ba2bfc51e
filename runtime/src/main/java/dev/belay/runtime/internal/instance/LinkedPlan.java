package dev.belay.runtime.internal.instance;

import dev.belay.component.type.FunctionType;
import dev.belay.component.type.ResourceType;
import dev.belay.runtime.CallObserver;
import dev.belay.runtime.HostFunction;
import dev.belay.runtime.Trap;
import dev.belay.runtime.internal.abi.AbiTypes;
import dev.belay.runtime.internal.abi.RuntimeResource;
import dev.belay.runtime.internal.abi.Signature;
import dev.belay.runtime.internal.bind.BoundMethod;
import dev.belay.runtime.internal.bind.ExportClass;
import dev.belay.runtime.internal.bind.Leaf;
import dev.belay.runtime.internal.bind.LeafType;
import dev.belay.runtime.internal.core.CoreModule;
import dev.belay.runtime.internal.core.StackRoom;
import dev.belay.runtime.internal.fuse.Fusion;
import dev.belay.runtime.internal.plan.CoreSource;
import dev.belay.runtime.internal.plan.Item;
import dev.belay.runtime.internal.plan.Plan;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plan, its core modules, and what its imports were linked to: everything that all instances share. Thread-safe. */
public final class LinkedPlan {
    private static final Leaf[] NO_LEAVES = {};

    private final Plan plan;
    private final List<CoreModule> modules;
    private final Map<List<String>, HostFunction> hostFunctions;
    private final Map<ResourceType, RuntimeResource> resources = new IdentityHashMap<>();
    private final Map<FunctionType, Signature> signatures = new IdentityHashMap<>();
    private final Map<Item.Lifted, Optional<Fusion>> fusions = new IdentityHashMap<>();
    private final Map<Item.Imported, Optional<BoundMethod.Written>> written = new IdentityHashMap<>();
    private final Map<Bindings, Optional<Binding>> bound = new ConcurrentHashMap<>();
    private final AbiTypes types;
    private final ShimCalls shims;
    private final MadeFunctions madeFunctions = new MadeFunctions(this);
    /** By step. */
    private final Wires[] wires;
    private final Snapshots snapshots;
    private final Map<ResourceType, RuntimeResource> hostResources;
    private final boolean snapshot;
    private final Optional<CallObserver> observer;
    /** Whether a step's functions have once been found to fit. */
    private final boolean[] fit;

    private record Bindings(Class<?> type, String name) {}

    /**
     * A Java interface that is bound to an exported one.
     *
     * @param functions by method, as the class numbers them
     */
    record Binding(ExportClass written, Leaf[] leaves, Item.Lifted[] functions) {}

    /**
     * @param hostFunctions by the path of the import, one for each that the plan can call
     * @param hostResources for each resource type of the plan that the host defines
     * @param snapshot whether instances may begin with what another has come to
     */
    public LinkedPlan(
            Plan plan,
            List<CoreModule> modules,
            Map<List<String>, HostFunction> hostFunctions,
            Map<ResourceType, RuntimeResource> hostResources,
            boolean snapshot) {
        this(plan, modules, hostFunctions, hostResources, snapshot, Optional.empty());
    }

    private LinkedPlan(
            Plan plan,
            List<CoreModule> modules,
            Map<List<String>, HostFunction> hostFunctions,
            Map<ResourceType, RuntimeResource> hostResources,
            boolean snapshot,
            Optional<CallObserver> observer) {
        this.hostResources = hostResources;
        this.snapshot = snapshot;
        this.observer = observer;
        this.plan = plan;
        this.modules = List.copyOf(modules);
        this.hostFunctions = Map.copyOf(hostFunctions);
        this.resources.putAll(hostResources);
        plan.resources().forEach(r -> resources.put(
                r.type(), RuntimeResource.ofGuest(r.type().toString(), r.part(), r.destructor())));
        this.types = new AbiTypes(this::resource);
        this.shims = ShimCalls.of(plan, this.modules);
        this.fit = new boolean[plan.steps().size()];
        this.wires = Stream.generate(() -> new Wires(this)).limit(fit.length).toArray(Wires[]::new);
        this.snapshots = new Snapshots(
                snapshot, plan.steps().stream().map(step -> module(step.module())).toList());
    }

    /** Whether there is something that instances can begin with. */
    public boolean isSnapshotted() {
        return snapshots.isTaken();
    }

    /** The same, whose instances tell of calls between their parts. */
    public LinkedPlan observed(CallObserver by) {
        return new LinkedPlan(plan, modules, hostFunctions, hostResources, snapshot, Optional.of(by));
    }

    Optional<CallObserver> observer() {
        return observer;
    }

    Snapshots snapshots() {
        return snapshots;
    }

    /** Whether an instance was made by this step: what functions others are given has the same types. */
    boolean isFit(int step) {
        return fit[step];
    }

    void wasFit(int step) {
        fit[step] = true;
    }

    Plan plan() {
        return plan;
    }

    /** Functions that only go on to others. */
    ShimCalls shims() {
        return shims;
    }

    MadeFunctions madeFunctions() {
        return madeFunctions;
    }

    Wires wires(int step) {
        return wires[step];
    }

    CoreModule module(int index) {
        return modules.get(index);
    }

    RuntimeResource resource(ResourceType type) {
        RuntimeResource resource = resources.get(type);
        if (resource == null) {
            throw new IllegalStateException("no resource is known for " + type);
        }
        return resource;
    }

    private HostFunction hostFunction(Item.Imported function) {
        HostFunction host = hostFunctions.get(function.path());
        if (host == null) {
            throw new IllegalStateException("nothing is linked for " + function.path());
        }
        return host;
    }

    /**
     * What all instances share of a function that a part imports: made by whoever keeps it.
     *
     * @throws Trap if the function is asynchronous
     */
    Lowering lowering(CoreSource.Lowered source) {
        Optional<HostFunction> host = source.target() instanceof Item.Imported imported
                ? Optional.of(hostFunction(imported))
                : Optional.empty();
        return new Lowering(source, signature(source.target().type()), host);
    }

    /** How parts call a function of another; empty if they have to do so by Java values. */
    Optional<Fusion> fusion(Item.Lifted function) {
        synchronized (fusions) {
            Optional<Fusion> known = fusions.get(function);
            if (known == null) {
                StackRoom.require();
                known = function.type().async()
                        ? Optional.empty()
                        : Fusion.of(function.type(), function.options().postReturn().isPresent());
                fusions.put(function, known);
            }
            return known;
        }
    }

    /**
     * @throws Trap if the function is asynchronous
     */
    Signature signature(FunctionType type) {
        if (type.async()) {
            throw new Trap(Trap.Kind.ASYNC_UNSUPPORTED);
        }
        synchronized (signatures) {
            Signature known = signatures.get(type);
            if (known == null) {
                StackRoom.require();
                known = Signature.of(type, types);
                signatures.put(type, known);
            }
            return known;
        }
    }

    /** How a method of Java meets an import; empty if it has to do so by dynamic values. */
    Optional<BoundMethod.Written> written(Item.Imported function, BoundMethod method) {
        synchronized (written) {
            return written.computeIfAbsent(function, f -> method.written(f.type()));
        }
    }

    /** How a Java interface was bound to an exported one; null if it was not yet, empty if it has to be by dynamic values. */
    @Nullable Optional<Binding> known(Class<?> type, String name) {
        return bound.get(new Bindings(type, name));
    }

    /**
     * The same, if it was not yet.
     *
     * @param functions by name; empty if not all of the interface's can be called by written classes
     */
    Optional<Binding> bound(Class<?> type, String name, Optional<Map<String, Item.Lifted>> functions) {
        Optional<Binding> binding = functions.flatMap(its -> bind(type, name, its));
        bound.put(new Bindings(type, name), binding);
        return binding;
    }

    private Optional<Binding> bind(Class<?> type, String name, Map<String, Item.Lifted> functions) {
        var types = new HashMap<String, FunctionType>();
        functions.forEach((function, its) -> types.put(function, its.type()));
        return ExportClass.of(name, type, types)
                .map(written -> new Binding(
                        written,
                        leaves(written.leaves()),
                        written.functions().stream().map(functions::get).toArray(Item.Lifted[]::new)));
    }

    /** What moves values that are moved as dynamic ones. */
    Leaf[] leaves(List<LeafType> all) {
        if (all.isEmpty()) {
            return NO_LEAVES;
        }
        synchronized (signatures) {
            return LeafType.leaves(all, types);
        }
    }
}
