package dev.belay.wasi.http;

import dev.belay.runtime.ComponentFunction;
import dev.belay.runtime.Instance;
import dev.belay.runtime.InstanceState;
import dev.belay.runtime.Limits;
import dev.belay.runtime.LinkedComponent;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Instances that are used for one request after the other: they see what earlier ones left. One that fails is not used again.
 * Thread-safe.
 */
final class InstancePool {
    private final LinkedComponent component;
    private final Function<Instance, ComponentFunction> handle;
    private final int most;
    private final int reuse;
    private final ConcurrentLinkedDeque<Pooled> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();

    /**
     * @param handle finds what is called for each request, once for each instance
     * @param most that are kept while they have nothing to do
     * @param reuse how many requests one is used for
     */
    InstancePool(LinkedComponent component, Function<Instance, ComponentFunction> handle, int most, int reuse) {
        this.component = component;
        this.handle = handle;
        this.most = most;
        this.reuse = reuse;
    }

    /** An instance with the limits that it was made with, and how often it was used. */
    static final class Pooled {
        private final Instance instance;
        private final ComponentFunction handle;
        private final Limits limits;
        private int uses;

        private Pooled(Instance instance, ComponentFunction handle, Limits limits) {
            this.instance = instance;
            this.handle = handle;
            this.limits = limits;
        }

        Instance instance() {
            return instance;
        }

        ComponentFunction handle() {
            return handle;
        }
    }

    /** One that is idle and has the same limits; otherwise a fresh one, which may be kept afterwards. */
    Pooled take(InstanceState state, Limits limits) {
        Optional<Pooled> kept = Optional.ofNullable(idle.pollFirst());
        if (kept.isPresent()) {
            count.decrementAndGet();
            if (kept.get().limits.equals(limits)) {
                return kept.get();
            }
            kept.get().instance.close();
        }
        Instance fresh = component.instantiate(state, limits);
        return new Pooled(fresh, handle.apply(fresh), limits);
    }

    /** Takes one back that did its work. */
    void give(Pooled pooled) {
        pooled.uses++;
        if (pooled.uses >= reuse) {
            pooled.instance.close();
        } else if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            pooled.instance.close();
        } else {
            idle.addFirst(pooled);
        }
    }
}
