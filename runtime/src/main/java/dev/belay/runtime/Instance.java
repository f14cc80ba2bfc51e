package dev.belay.runtime;

import dev.belay.component.type.FunctionType;
import dev.belay.runtime.internal.bind.ExportProxy;
import dev.belay.runtime.internal.bind.HostEntry;
import dev.belay.runtime.internal.core.CoreBudget;
import dev.belay.runtime.internal.instance.LinkedPlan;
import dev.belay.runtime.internal.instance.Store;
import dev.belay.runtime.internal.plan.Item;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * One instance of a component. Confined to one call at a time: a second call while one runs, from any thread, is an
 * {@link IllegalStateException}. After a trap every call is a trap.
 */
public final class Instance implements AutoCloseable {
    private final Component component;
    private final InstanceState state;
    private final CallGuard guard;
    private final Store store;
    private final CoreBudget budget;
    private final Optional<InstanceMeter> meter;
    private boolean made;

    private Instance(
            Component component, LinkedPlan plan, Optional<InstanceMeter> meter, InstanceState state, Limits limits) {
        this.component = component;
        this.state = state;
        this.meter = meter;
        this.guard = new CallGuard(limits, meter.<Runnable>map(by -> () -> called(by)).orElse(null));
        this.budget = new CoreBudget(limits, guard.budget(), meter);
        try {
            this.store = guard.run(() -> Store.instantiate(plan, limits, budget, this::hostCall), CallGuard.NO_NOTE);
        } catch (RuntimeException | Error e) {
            meter.ifPresent(this::end);
            throw e;
        }
    }

    static Instance create(
            Component component, LinkedPlan plan, Optional<InstanceMeter> meter, InstanceState state, Limits limits) {
        return new Instance(component, plan, meter, state, limits);
    }

    /** A call has ended: the first is the making. */
    private void called(InstanceMeter by) {
        if (made) {
            by.called(budget.memory(), consumed());
        } else {
            made = true;
            by.made(consumed());
        }
    }

    private void end(InstanceMeter by) {
        by.memory(-budget.memory());
        if (budget.claimed() > 0) {
            by.release(budget.claimed());
        }
        by.closed();
    }

    /**
     * A function that the component exports at its top level.
     *
     * @param name such as {@code add}
     */
    public Optional<ComponentFunction> function(String name) {
        return callable(component.plan().exports().get(name));
    }

    /**
     * A function of an exported interface.
     *
     * @param interfaceName such as {@code wasi:cli/run@0.2.0}; if there is none of just that name, the highest compatible
     *     version is found
     */
    public Optional<ComponentFunction> function(String interfaceName, String name) {
        return component.exportedName(interfaceName)
                .map(component.plan().exports()::get)
                .flatMap(item -> item instanceof Item.Instance(Map<String, Item> exports)
                        ? callable(exports.get(name))
                        : Optional.empty());
    }

    /**
     * An exported interface as a Java interface: {@code list-keys} is {@code listKeys}. Parameters and results can be Java
     * records, enums, sealed interfaces of records (variants), Optional, List and arrays. Where the function returns a
     * {@code result}, the method gives its ok value and throws {@link dev.belay.runtime.value.ResultException} otherwise.
     *
     * @param interfaceName such as {@code wasmpay:platform/validation@0.1.0}
     * @throws IllegalArgumentException if there is no such export, a method has no function in it, or a Java type does not
     *     fit
     */
    public <T> T bind(String interfaceName, Class<T> type) {
        return store.bind(interfaceName, type, () -> lifted(interfaceName), new Entry())
                .<T>map(type::cast)
                .orElseGet(() -> ExportProxy.of(interfaceName, type, functions(interfaceName)));
    }

    /** Empty if some of the interface's functions cannot be called by written classes. */
    private Optional<Map<String, Item.Lifted>> lifted(String interfaceName) {
        var functions = new LinkedHashMap<String, Item.Lifted>();
        exports(interfaceName).forEach((name, item) -> {
            if (item instanceof Item.Lifted lifted && !lifted.options().async() && !lifted.type().async()) {
                functions.put(name, lifted);
            }
        });
        return functions.keySet().equals(functions(interfaceName).keySet()) ? Optional.of(functions) : Optional.empty();
    }

    private Map<String, ComponentFunction> functions(String interfaceName) {
        var all = new LinkedHashMap<String, ComponentFunction>();
        exports(interfaceName).forEach((name, item) -> callable(item).ifPresent(f -> all.put(name, f)));
        if (all.isEmpty()) {
            throw new IllegalArgumentException("expected an exported interface " + interfaceName + ", found "
                    + component.plan().exports().keySet());
        }
        return all;
    }

    private Map<String, Item> exports(String interfaceName) {
        return component.exportedName(interfaceName)
                .map(component.plan().exports()::get)
                .map(item -> item instanceof Item.Instance(Map<String, Item> exports) ? exports : Map.<String, Item>of())
                .orElse(Map.of());
    }

    /**
     * As {@link #bind(String, Class)}, for an interface that says its name, as generated ones do.
     *
     * @param type with a {@link WitName}
     * @throws IllegalArgumentException if it has none, or as the other
     */
    public <T> T bind(Class<T> type) {
        WitName name = type.getAnnotation(WitName.class);
        if (name == null) {
            throw new IllegalArgumentException("expected an interface with @WitName, found " + type.getName()
                    + ": annotate it, or give the interface's name too");
        }
        return bind(name.value(), type);
    }

    /**
     * Holds each call from now on to a deadline in place of that of its {@link Limits}.
     *
     * @throws IllegalStateException if a call is under way
     */
    public void deadline(Optional<Duration> each) {
        guard.deadline(each);
    }

    /** The host state given when the instance was made. */
    public InstanceState state() {
        return state;
    }

    /**
     * What the last call has taken of its {@linkplain Limits#withFuel fuel}; before the first, what making the instance took.
     * Empty if there is no limit on fuel.
     */
    public OptionalLong consumed() {
        return guard.budget().consumed();
    }

    public Component component() {
        return component;
    }

    /** Drops the host resources that the guest still holds, running their destructors. Guest code is not run. */
    @Override
    public void close() {
        if (guard.close()) {
            meter.ifPresent(this::end);
            store.close();
        }
    }

    private Optional<ComponentFunction> callable(@org.jspecify.annotations.Nullable Item item) {
        return switch (item) {
            case Item.Lifted lifted -> Optional.of(new Exported(lifted.type(), args -> store.call(lifted, args)));
            case Item.Imported imported -> Optional.of(new Exported(imported.type(), args -> {
                throw new IllegalStateException(
                        "the component exports its own import " + String.join("#", imported.path())
                                + "; call the host's function instead");
            }));
            case null, default -> Optional.empty();
        };
    }

    private HostCall hostCall(Store of) {
        return new HostCall() {
            @Override
            public <T> T state(Class<T> type) {
                return state.get(type);
            }

            @Override
            public Instance instance() {
                return Instance.this;
            }
        };
    }

    /** The way in for classes that were written. */
    private final class Entry implements HostEntry {
        @Override
        public void enter() {
            guard.begin();
        }

        @Override
        public void leave() {
            guard.end(true);
        }

        @Override
        public Throwable failed(Throwable thrown) {
            return guard.failed(thrown, () -> budget.note());
        }
    }

    private interface Call {
        Optional<Object> with(Object[] args);
    }

    private final class Exported implements ComponentFunction {
        private final FunctionType type;
        private final Call call;

        Exported(FunctionType type, Call call) {
            this.type = type;
            this.call = call;
        }

        @Override
        public FunctionType type() {
            return type;
        }

        @Override
        public Optional<Object> call(Object... args) {
            Supplier<Optional<Object>> body = () -> call.with(args);
            return guard.run(body, () -> budget.note());
        }
    }
}
