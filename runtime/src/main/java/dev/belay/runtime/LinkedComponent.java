package dev.belay.runtime;

import dev.belay.runtime.internal.instance.LinkedPlan;
import java.util.Optional;

/** A component whose imports are met: makes instances. Thread-safe. */
public final class LinkedComponent {
    private final Component component;
    private final LinkedPlan plan;
    private final Optional<InstanceMeter> meter;

    LinkedComponent(Component component, LinkedPlan plan) {
        this(component, plan, Optional.empty());
    }

    private LinkedComponent(Component component, LinkedPlan plan, Optional<InstanceMeter> meter) {
        this.component = component;
        this.plan = plan;
        this.meter = meter;
    }

    public Instance instantiate() {
        return instantiate(InstanceState.empty(), Limits.defaults());
    }

    /**
     * Makes a fresh instance, isolated from all others. The deadline holds for this as it does for each call.
     *
     * @throws Trap if a start function traps or a limit is too small
     */
    public Instance instantiate(InstanceState state, Limits limits) {
        return Instance.create(component, plan, meter, state, limits);
    }

    /** Whether an instance that is made now begins with what another has come to, if its limits let it. */
    boolean isSnapshotted() {
        return plan.isSnapshotted();
    }

    /**
     * The same, whose instances tell of each call from one component within to another: such calls are slower than others. What is
     * not observed pays nothing for it.
     */
    public LinkedComponent observed(CallObserver observer) {
        return new LinkedComponent(component, plan.observed(observer), meter);
    }

    /** The same, whose instances are counted; it shares all code with this. What is not metered pays nothing for it. */
    public LinkedComponent metered(InstanceMeter by) {
        return new LinkedComponent(component, plan, Optional.of(by));
    }

    public Component component() {
        return component;
    }
}
